import { payloadSchemas } from "../../src/zod.js";
import { pick } from "./dispatch.js";

const schemas = {
  FactSheetUpdatedEvent: payloadSchemas.FACT_SHEET_UPDATED,
  FactSheetTagAddedEvent: payloadSchemas.FACT_SHEET_TAG_ADDED,
};

export const accepts = (body: unknown) => pick(schemas, body).safeParse(body).success;

export const parse = (json: string): unknown => {
  const body: unknown = JSON.parse(json);
  return pick(schemas, body).parse(body);
};

export const refuse = (body: unknown) => pick(schemas, body).safeParse(body).error?.message ?? "";
