import { join } from "node:path";
import { payloadSchemas } from "../../../src/zod.js";
import type { ExampleBody } from "./examples.js";
import { differentFiles, poorNames } from "./generated-code.js";
import { unexpected } from "./known-differences.js";
import type { Context, Language, Types } from "./language.js";
import { type Row, rowOf } from "./row.js";

/** Generated types must be well named, and must read and write back every example as the same JSON. */
export function roundTrip(language: Language, types: Types, context: Context, examples: ExampleBody[]): Row {
  const { folders, roundTrip: command, knownDifferences = [] } = types;
  return rowOf(language, types, Object.keys(folders).join(", "), () => {
    const [first, second] = Object.values(folders).map((folder) => join(context.work, folder));
    const found = poorNames(first!).map((name) => `a type is called ${name}`);
    if (second)
      found.push(...differentFiles(first!, second).map((file) => `${file} is not the same from both dialects`));
    if (!command) return { result: "generated, not compiled", problems: unexpected(found, knownDifferences) };

    const written = context
      .run(...command)
      .trimEnd()
      .split("\n");
    found.push(...examples.flatMap((example, index) => losses(example, JSON.parse(written[index]!))));
    const problems = unexpected(found, knownDifferences);
    return { bodies: examples.length, result: problems.length > 0 ? "failed" : passed(found, types), problems };
  });
}

function passed(found: string[], { knownDifferences = [] }: Types): string {
  const values = knownDifferences.filter(({ matches }) => found.some((text) => !isOfCode(text) && matches.test(text)));
  const losses = values.map(({ what }) => what).join("; ");
  return `compiled, round-tripped${losses && `, but ${losses}`}`;
}

/** A finding on the generated code, and not on the bodies. */
function isOfCode(finding: string): boolean {
  return /^a type is called |is not the same from both dialects$/.test(finding);
}

function losses({ eventType, module, body }: ExampleBody, written: unknown): string[] {
  const isValid = payloadSchemas[eventType].safeParse(written).success;
  return [...differences(body, written, module), ...(isValid ? [] : [`${module}: comes back invalid`])];
}

/** Where two JSON values differ, each as `path: value comes back value`. */
function differences(one: unknown, other: unknown, path: string): string[] {
  if (isObject(one) && isObject(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].flatMap((key) => differences(one[key], other[key], `${path}.${key}`));
  }
  return one === other ? [] : [`${path}: ${excerpt(one)} comes back ${excerpt(other)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function excerpt(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value).slice(0, 100);
}
