import type { JsonSchema } from "../../catalog/json-schema.js";

/**
 * The schema with each definition in the place of its references, for tools that follow none. A definition that can hold
 * itself is written out once: of what is below, only the `type` is checked. It has no address: that is the file's.
 */
export function inlined({ $id, id, $defs, definitions = $defs, ...schema }: JsonSchema): JsonSchema {
  return inPlace(schema, (definitions ?? {}) as Definitions, []) as JsonSchema;
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** @param around The definitions within which a node stands. */
function inPlace(node: unknown, definitions: Definitions, around: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => inPlace(item, definitions, around));
  if (typeof node !== "object" || node === null) return node;
  if ("$ref" in node) {
    const name = String(node.$ref).split("/").at(-1)!;
    const definition = definitions[name]!;
    // Not `{}`: beside another of a `oneOf`, that takes what only the other may.
    return around.includes(name) ? { type: definition.type } : inPlace(definition, definitions, [...around, name]);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inPlace(value, definitions, around)]));
}
