/**
 * What breaks between two versions of a schema or a document; the rules are those of docs/schema-compatibility.md.
 * Hand-written: json-schema-diff supports only draft-07 and compares accepted bodies, not generated types.
 */
import type { JsonSchema } from "../../src/catalog/json-schema.js";

const compared = ["title", "type", "const", "enum", "pattern", "minLength", "maxProperties", "$ref", "not"];
const named = ["properties", "$defs", "definitions", "dependentSchemas", "dependencies"];
const unions = ["anyOf", "oneOf", "allOf"];
const words = ["info", "title", "summary", "description"];

/** What breaks between two versions of a schema. */
export function breakingChanges(before: JsonSchema, after: JsonSchema, path = ""): string[] {
  const changes: string[] = [];
  const [was, is] = [before, after].map(({ $id, id = $id }) => id);
  if (path === "" && was !== is) changes.push(`: $id is ${is}, was ${was}`);
  for (const keyword of compared)
    if (withoutNestedLists(before[keyword]) !== withoutNestedLists(after[keyword]))
      changes.push(`${path}: ${keyword} changed`);
  const [wasRequired, isRequired] = [before, after].map((schema) => new Set((schema.required as string[]) ?? []));
  for (const key of wasRequired!) if (!isRequired!.has(key)) changes.push(`${path}: ${key} is no longer required`);
  for (const key of isRequired!) if (!wasRequired!.has(key)) changes.push(`${path}: ${key} is required now`);
  for (const keyword of named)
    for (const [name, schema] of Object.entries((before[keyword] ?? {}) as Record<string, JsonSchema>)) {
      const now = ((after[keyword] ?? {}) as Record<string, JsonSchema>)[name];
      changes.push(...(now ? breakingChanges(schema, now, `${path}/${name}`) : [`${path}/${name}: gone`]));
    }
  for (const keyword of ["items", "additionalProperties"])
    if (isSchema(before[keyword]))
      changes.push(...breakingChanges(before[keyword], (after[keyword] ?? {}) as JsonSchema, `${path}/${keyword}`));
  for (const keyword of unions) changes.push(...unionChanges(before[keyword], after[keyword], `${path}/${keyword}`));
  return changes;
}

/** A union may gain options; those that it had stay. */
function unionChanges(before: unknown, after: unknown, path: string): string[] {
  const [was, is] = [before, after].map((union) => (union as JsonSchema[]) ?? []);
  if (was!.length === 0 && is!.length > 0) return [`${path}: new`];
  return was!
    .filter((option) => !is!.some((now) => breakingChanges(option, now, path).length === 0))
    .map((option) => `${path}: ${JSON.stringify(option)} is gone`);
}

/**
 * As text. The values and the references that a `not` lists are left out: a new event, or a new kind of field data, adds
 * its name and its schema.
 */
function withoutNestedLists(value: unknown): string | undefined {
  return JSON.stringify(value, (keyword, nested) =>
    keyword === "enum" || isListOfReferences(nested) ? undefined : nested,
  );
}

function isListOfReferences(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1 && value.every((one) => isSchema(one) && "$ref" in one);
}

/** What breaks between two versions of the OpenAPI or AsyncAPI document: whatever it held stays, but for words. */
export function documentChanges(before: unknown, after: unknown, path = ""): string[] {
  if (after === undefined) return [`${path}: gone`];
  if (path === "/components/schemas") return breakingChanges({ $defs: before }, { $defs: after }, path);
  if (!isSchema(before)) return before === after ? [] : [`${path}: ${after}, was ${before}`];
  return Object.entries(before)
    .filter(([key]) => !words.includes(key))
    .flatMap(([key, value]) => documentChanges(value, isSchema(after) ? after[key] : undefined, `${path}/${key}`));
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null;
}
