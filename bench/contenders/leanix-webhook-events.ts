import { parseWebhookEvent, safeParseWebhookEvent } from "../../src/index.js";

export const accepts = (body: unknown) => safeParseWebhookEvent(body).success;

export const parse = (json: string) => parseWebhookEvent(json);

export const refuse = (body: unknown) => {
  const result = safeParseWebhookEvent(body);
  return result.success ? "" : result.error.message;
};
