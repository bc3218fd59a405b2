/** Prints schemas/<dialect>/*.json: one self-contained schema per event type, per category, and for any body. */
import { type Dialect, dialects } from "../../../src/catalog/dialects.js";
import type { JsonSchema } from "../../../src/catalog/json-schema.js";
import { kebabCase, payloadName } from "../../../src/catalog/names.js";
import { type EventDescription, fieldsOf, type Library } from "../read/library.js";
import {
  categoryPayload,
  payloadAmongOthers,
  unknownPayload,
  webhookDelivery,
  webhookEnvelope,
  webhookPayload,
} from "./body-schemas.js";
import { modelSchemas } from "./model-schemas.js";

/** The schemas of a dialect by file name without ending, such as `fact-sheet-created`, `fact-sheets` and `webhook-payload`. */
export function jsonSchemas(library: Library, dialect: Dialect, version: string): Map<string, JsonSchema> {
  const { events, categories } = library;
  const models = modelSchemas(library, dialect);
  const envelopeKeys = fieldsOf(library.models.get("WebhookEnvelope")!).map(({ key }) => key);
  const payloads = events.map((event) => [event, withEvidence(models.get(event.payload)!, event)] as const);
  const all = new Map([
    ...models,
    ...payloads.map(([event, schema]) => [event.payload, payloadAmongOthers(event, events, schema)] as const),
    ["UnknownPayload", unknownPayload(events)],
  ]);
  const file = (name: string, schema: JsonSchema, definitions = all): [string, JsonSchema] => [
    name,
    {
      $schema: dialects[dialect].uri,
      ...identity(
        `https://cdn.jsdelivr.net/npm/leanix-webhook-events@${version.split(".")[0]}/schemas/${dialect}/${name}.json`,
        dialect,
      ),
      ...schema,
      ...definitionsOf(schema, definitions, dialect),
    },
  ];
  return new Map([
    ...payloads.map(([event, schema]) => file(kebabCase(event.eventType), schema, models)),
    ...categories.map((category) => {
      const own = events.filter((event) => event.category === category);
      return file(category, categoryPayload(payloadName(category), own, dialect));
    }),
    file("webhook-payload", webhookPayload(events, dialect)),
    file("webhook-envelope", webhookEnvelope(envelopeKeys, events, dialect)),
    file("webhook-delivery", webhookDelivery(events, dialect)),
  ]);
}

/** z-schema resolves no reference in a draft-04 file whose `id` does not end as that of the draft's own does. */
function identity(address: string, dialect: Dialect): JsonSchema {
  return dialect === "draft-04" ? { id: `${address}#` } : { $id: address };
}

function withEvidence({ title, description, ...schema }: JsonSchema, { evidence }: EventDescription): JsonSchema {
  return { title, description, $comment: `evidence: ${evidence}`, ...schema };
}

/** The definitions that a schema needs, directly or through another. */
function definitionsOf(schema: JsonSchema, definitions: Map<string, JsonSchema>, dialect: Dialect): JsonSchema {
  const needed = new Map<string, JsonSchema>();
  collect(schema);
  return needed.size > 0 ? { [dialects[dialect].definitions]: Object.fromEntries(needed) } : {};

  function collect(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== "$ref") collect(value);
      else {
        const name = String(value).split("/").at(-1)!;
        if (needed.has(name)) continue;
        needed.set(name, definitions.get(name)!);
        collect(definitions.get(name));
      }
    }
  }
}
