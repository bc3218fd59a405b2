import type { JsonSchema } from "./json-schemas.js";
import type { Library, Model } from "./library.js";

/** What the word at the end of each event's description means. */
export const evidenceGrades =
  "Evidence is how well a body is known: sample (an example is published or a delivery was captured), partial (code of the vendor reads some of its fields), inferred (only the name of the event is published).";

/** The definitions of self-contained schemas as the components of one document, which the schemas share. */
export function componentsOf(
  { models }: Library,
  schemas: ReadonlyMap<string, JsonSchema>,
): Record<string, JsonSchema> {
  const components: Record<string, JsonSchema> = {};
  for (const { $schema, $id, $defs, ...schema } of schemas.values()) {
    Object.assign(components, $defs);
    components[schema.title as string] = schema;
  }
  components.WebhookEnvelope = envelope(models.get("WebhookEnvelope")!);
  components.NoPayload = {
    title: "NoPayload",
    description: "The body of a webhook with the payload mode NO_PAYLOAD.",
    type: "object",
    maxProperties: 0,
  };
  return withComponentRefs(components) as Record<string, JsonSchema>;
}

/** No field is checked: none was ever captured, and none may veto an event. */
function envelope({ name, description, shape }: Model): JsonSchema {
  const fields = shape.kind === "object" ? shape.fields : [];
  const properties = Object.fromEntries(fields.map((field) => [field.key, { description: field.description }]));
  return { title: name, description, type: "object", properties, required: ["payload"] };
}

function withComponentRefs(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withComponentRefs);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" ? String(value).replace("#/$defs/", "#/components/schemas/") : withComponentRefs(value),
    ]),
  );
}
