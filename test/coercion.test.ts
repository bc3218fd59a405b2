/**
 * Validators that coerce, as those of Fastify and Middy do by default: they refuse no event that is valid, and leave the numbers
 * and times of runs and surveys as they are. What cannot be helped is listed.
 */
import { isDeepStrictEqual } from "node:util";
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { corpus } from "../scripts/corpus/corpus.js";
import { kebabCase } from "../src/catalog/names.js";
import { examples } from "./examples.js";
import { readSchema } from "./json-schemas.js";

/** An array of one item is unwrapped for a text, and then it is no array any more. */
const refusedOnlyWhenCoerced = [
  "fact-sheet-field-updated: body.newValue an array",
  "fact-sheet-field-updated.old-value-absent: body.newValue an array",
  "fact-sheet-updated: body.factSheet.relations[3].fields[1].data an array",
];

/** Any JSON value is a field's value, and coerced to the first kind, or the last, that it can be made to fit. */
const changed =
  /^fact-sheet-field-updated(?:\.(?:boolean|decimal|nested-nulls|null-values|number|old-value-null|string))?$/;

const bodies = corpus(examples);

describe.each([
  ["2020-12", new Ajv2020({ coerceTypes: "array", code: { optimize: false } })],
  ["draft-07", new Ajv({ coerceTypes: "array", code: { optimize: false } })],
] as const)("with coercion, %s", (dialect, ajv) => {
  const compiled = new Map<string, ValidateFunction>();
  const validate = (name: string, body: unknown): boolean => {
    if (!compiled.has(name)) compiled.set(name, ajv.compile(readSchema(dialect, name)));
    return compiled.get(name)!(body);
  };

  test("no valid event is refused", () => {
    const refused = bodies.filter(({ verdicts, body }) => {
      const [[name, isValid]] = Object.entries(verdicts) as [[string, boolean]];
      return isValid && !validate(name, structuredClone(body));
    });
    expect(refused.map(({ name }) => name)).toEqual(refusedOnlyWhenCoerced);
  });

  test("no example is changed", () => {
    const different = examples.filter(({ eventType, body }) => {
      const coerced = structuredClone(body);
      return !validate(kebabCase(eventType), coerced) || !isDeepStrictEqual(coerced, body);
    });
    expect(different.map(({ name }) => name).filter((name) => !changed.test(name))).toEqual([]);
  });
});
