import { Ajv2020 } from "ajv/dist/2020.js";
import schema from "../../schemas/2020-12/webhook-payload.json" with { type: "json" };
import { payloadName } from "../../src/catalog/names.js";
import { receiver } from "./receiver.js";

const ajv = new Ajv2020();
ajv.addSchema(schema);

export const { accepts, parse } = receiver((eventType) => {
  const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${payloadName(eventType)}` });
  return (payload) => (validate(payload) ? undefined : ajv.errorsText(validate.errors));
});
