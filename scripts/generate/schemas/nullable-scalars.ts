import type { Dialect } from "../../../src/catalog/dialects.js";
import type { JsonSchema } from "../../../src/catalog/json-schema.js";

/**
 * A union of a number and a text, for validators that coerce, as those of Fastify and Middy do. The number comes first where
 * ajv stops at the first member that fits, and last for 2020-12, where it tries them all and keeps what the last has made.
 */
export function inOrder(union: JsonSchema, dialect: Dialect): JsonSchema {
  const [number, text] = union.anyOf as JsonSchema[];
  return { ...union, anyOf: dialect === "2020-12" ? [text, number] : [number, text] };
}

/**
 * Such a union in place of a `oneOf` of a reference to it and null: null can be coerced to text and to a number, so of `oneOf`
 * two match, and of `anyOf` null becomes 0. What fits a list of types stays as it is; one of three is reported by ajv's
 * strict mode, so the number is listed with null.
 */
export function inlineNullable(node: unknown, unions: ReadonlyMap<string, JsonSchema>, dialect: Dialect): unknown {
  if (Array.isArray(node)) return node.map((one) => inlineNullable(one, unions, dialect));
  if (typeof node !== "object" || node === null) return node;
  const { oneOf, description } = node as { oneOf?: JsonSchema[]; description?: string };
  const union = unions.get(oneOf?.[0]?.$ref as string);
  if (union === undefined)
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, inlineNullable(value, unions, dialect)]),
    );
  const [number, text] = union.anyOf as JsonSchema[];
  const anyOf = [{ ...number, type: [number?.type, "null"] }, text];
  return inOrder({ description: `${description} ${union.description}`, anyOf }, dialect);
}
