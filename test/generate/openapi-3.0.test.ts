/** The document for tools that stop at 3.0 takes and refuses what the JSON Schemas do. ajv reads `nullable` as 3.0 does. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { corpus } from "../../scripts/corpus/corpus.js";
import { kebabCase, payloadName } from "../../src/catalog/names.js";
import { eventTypes } from "../../src/index.js";
import { examples } from "../examples.js";

const document = JSON.parse(readFileSync("schemas/openapi-3.0.json", "utf8"));
const ajv = new Ajv({ strict: false, code: { optimize: false } });
formats.default(ajv);
ajv.addSchema(document, "openapi");
const accepts = (name: string, body: unknown) => ajv.validate(`openapi#/components/schemas/${name}`, body);
const payloads = new Map(eventTypes.map((type) => [kebabCase(type), payloadName(type)]));

test("the payload of each event is the same schema", () => {
  const different = corpus(examples).filter(({ verdicts, body }) => {
    const [[name, isValid]] = Object.entries(verdicts) as [[string, boolean]];
    return accepts(payloads.get(name)!, body) !== isValid;
  });
  expect(different.map(({ name }) => name)).toEqual([]);
});

test("it has no keyword and no type that 3.0 does not know", () => {
  const keywords = new Set<string>();
  JSON.stringify(document.components.schemas, (key, value) => {
    keywords.add(key);
    return key === "properties" ? Object.values(value) : value;
  });
  const later = ["const", "examples", "$comment", "$defs", "if", "propertyNames", "patternProperties", "prefixItems"];
  expect(later.filter((keyword) => keywords.has(keyword))).toEqual([]);
  expect(JSON.stringify(document)).not.toMatch(/"type":(?:"null"|\[)/);
});
