import { parseWebhookEvent, safeParseWebhookEvent } from "../../src/index.js";

export const accepts = (body: unknown) => safeParseWebhookEvent(body).success;

export const parse = (json: string) => parseWebhookEvent(json);
