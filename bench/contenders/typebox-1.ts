import { Compile } from "typebox/compile";
import schema from "../../schemas/2020-12/webhook-payload.json" with { type: "json" };
import { definitions } from "./definitions.js";
import { lazily } from "./dispatch.js";

const checkOf = lazily(definitions, (name) => Compile({ $ref: `#/$defs/${name}`, $defs: schema.$defs }));

export const accepts = (body: unknown) => checkOf(body).Check(body);

export const parse = (json: string): unknown => {
  const body: unknown = JSON.parse(json);
  if (!accepts(body)) throw new Error(refuse(body));
  return body;
};

export const refuse = (body: unknown) => {
  if (accepts(body)) return "";
  const [first] = checkOf(body).Errors(body);
  return `${first?.instancePath}: ${first?.message}`;
};
