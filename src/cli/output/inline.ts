import type { JsonSchema } from "../../catalog/json-schema.js";

/**
 * Replaces each reference by its definition, for tools without `$ref`. A definition that can hold itself is written out
 * once; below it, only the `type` is checked. The result has no address, which is the file's.
 */
export function inlined({ $id, id, $defs, definitions = $defs, ...schema }: JsonSchema): JsonSchema {
  return inPlace(schema, (definitions ?? {}) as Definitions, []) as JsonSchema;
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** @param around The definitions around a node. */
function inPlace(node: unknown, definitions: Definitions, around: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => inPlace(item, definitions, around));
  if (typeof node !== "object" || node === null) return node;
  if ("$ref" in node) {
    const name = String(node.$ref).split("/").at(-1)!;
    const definition = definitions[name]!;
    // Not `{}`: inside a `oneOf` it would also match the other option.
    return around.includes(name) ? { type: definition.type } : inPlace(definition, definitions, [...around, name]);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inPlace(value, definitions, around)]));
}
