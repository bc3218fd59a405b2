import type { JsonSchema } from "./json-schemas.js";

/** What the documents need of an event; `EventDescription` has it. */
export interface Catalogued {
  eventType: string;
  category: string;
  evidence: string;
  description: string;
  /** Name of the payload's schema. */
  payload: string;
}

/** What the word at the end of each event's description means. */
export const evidenceGrades =
  "Evidence is how well a body is known: sample (an example is published or a delivery was captured), partial (code of the vendor reads some of its fields), inferred (only the name of the event is published).";

/** The definitions of self-contained schemas as the components of one document, which the schemas share. */
export function componentsOf(
  schemas: ReadonlyMap<string, JsonSchema>,
  envelope: JsonSchema,
): Record<string, JsonSchema> {
  const components: Record<string, JsonSchema> = {};
  for (const { $schema, $id, $defs, ...schema } of [...schemas.values(), envelope]) {
    Object.assign(components, $defs);
    components[schema.title as string] = schema;
  }
  components.NoPayload = {
    title: "NoPayload",
    description: "The body of a webhook with the payload mode NO_PAYLOAD.",
    type: "object",
    maxProperties: 0,
  };
  return rehomed(components) as Record<string, JsonSchema>;
}

function rehomed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rehomed);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" ? String(value).replace("#/$defs/", "#/components/schemas/") : rehomed(value),
    ]),
  );
}
