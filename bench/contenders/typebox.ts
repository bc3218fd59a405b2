import { Compile } from "typebox/compile";
import schema from "../../schemas/2020-12/webhook-payload.json" with { type: "json" };
import { payloadName } from "../../src/catalog/names.js";
import { receiver } from "./receiver.js";

export const { accepts, parse } = receiver((eventType) => {
  const check = Compile({ $ref: `#/$defs/${payloadName(eventType)}`, $defs: schema.$defs });
  return (payload) => {
    if (check.Check(payload)) return undefined;
    const [first] = check.Errors(payload);
    return `${first?.instancePath}: ${first?.message}`;
  };
});
