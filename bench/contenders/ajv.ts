import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import schema from "../../schemas/2020-12/webhook-payload.json" with { type: "json" };
import { definitions } from "./definitions.js";
import { lazily } from "./dispatch.js";

const ajv = new Ajv2020();
ajv.addSchema(schema);

const checkOf = lazily(definitions, (name): ValidateFunction => ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` }));

export const accepts = (body: unknown) => checkOf(body)(body);

export const parse = (json: string): unknown => {
  const body: unknown = JSON.parse(json);
  if (!accepts(body)) throw new Error(refuse(body));
  return body;
};

export const refuse = (body: unknown) => {
  const check = checkOf(body);
  return check(body) ? "" : ajv.errorsText(check.errors ?? null);
};
