import { webhookBodySchema } from "../../src/zod.js";

export const accepts = (body: unknown) => webhookBodySchema.safeParse(body).success;

export const parse = (json: string) => webhookBodySchema.parse(json);
