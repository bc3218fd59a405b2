import type { JsonSchema } from "../../../src/catalog/json-schema.js";
import { evidenceGrades } from "../read/evidence.js";
import { fieldsOf, type Library, type Model } from "../read/library.js";

/** What a document says of itself. */
export function infoOf(version: string): JsonSchema {
  return {
    title: "SAP LeanIX webhook events",
    version,
    description: `What SAP LeanIX sends to a webhook with the delivery type PUSH. ${evidenceGrades}`,
    license: { name: "MIT" },
  };
}

/** The categories, in the vendor's words. */
export function tagsOf({ events }: Library): JsonSchema[] {
  return [...new Set(events.map(({ title }) => title))].map((name) => ({
    name,
    // OpenAPI's linters ask for one.
    description: `Events of the category ${name}.`,
  }));
}

/** The definitions of self-contained schemas as the components of one document, which the schemas share. */
export function componentsOf(
  { models }: Library,
  schemas: ReadonlyMap<string, JsonSchema>,
): Record<string, JsonSchema> {
  const components: Record<string, JsonSchema> = {};
  for (const { $schema, $id, $defs, ...schema } of schemas.values()) {
    Object.assign(components, $defs);
    components[schema.title as string] = withTitledNames(schema);
  }
  components.WebhookEnvelope = envelope(models.get("WebhookEnvelope")!);
  components.NoPayload = {
    title: "NoPayload",
    description: "The body of a webhook with the payload mode NO_PAYLOAD.",
    type: "object",
    maxProperties: 0,
  };
  return asComponents(components) as Record<string, JsonSchema>;
}

/** Modelina numbers the enums that have no title: `AnonymousSchema_286`. */
function withTitledNames(schema: JsonSchema): JsonSchema {
  const { type, ...others } = (schema.properties ?? {}) as Record<string, JsonSchema>;
  if (type?.enum === undefined) return schema;
  return { ...schema, properties: { type: { title: `${schema.title}Type`, ...type }, ...others } };
}

/** No field is checked: none was ever captured, and none may veto an event. */
function envelope(model: Model): JsonSchema {
  const properties = Object.fromEntries(fieldsOf(model).map(({ key, description }) => [key, { description }]));
  return { title: model.name, description: model.description, type: "object", properties, required: ["payload"] };
}

/** Without a format generators read numbers into 32 bits, which those of events outgrow: `int`, `float`. */
const formats: Record<string, string> = { integer: "int64", number: "double" };

function asComponents(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asComponents);
  if (typeof node !== "object" || node === null) return node;
  const [type] = [(node as JsonSchema).type].flat();
  const format = formats[String(type)];
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === "$ref" ? String(value).replace("#/$defs/", "#/components/schemas/") : asComponents(value),
  ]);
  return Object.fromEntries(format === undefined ? entries : [...entries, ["format", format]]);
}
