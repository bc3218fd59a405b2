import * as z from "zod";
import type { EventInfo } from "../../catalog/event-info.js";
import { payloadName } from "../../catalog/names.js";
import { registry } from "../registry.js";

/** How well the body of an event is known; see the README's event table. */
export type Evidence = EventInfo["evidence"];

export interface ModelInfo {
  /** The name of the generated interface and of the definition in every JSON Schema. */
  id: string;
  /** One sentence. */
  description: string;
  /** Where it is published. */
  source: string;
}

export interface PayloadInfo extends ModelInfo {
  eventType: string;
  evidence: Evidence;
  tags: SelectingTags | undefined;
}

/** The tags of one inner array of a webhook's `tagSets`, all of which the event carries. */
export interface SelectingTags {
  tags: readonly string[];
  tagsEvidence: NonNullable<EventInfo["tagsEvidence"]>;
}

/** Tags that a page of the vendor names. */
export function published(...tags: string[]): SelectingTags {
  return { tags, tagsEvidence: "published" };
}

/** Tags by analogy with those of other events. */
export function assumed(...tags: string[]): SelectingTags {
  return { tags, tagsEvidence: "assumed" };
}

/** Pages that moved are named beside their older addresses. */
export const sources = {
  events: "https://help.sap.com/docs/leanix/ea/webhook-events and https://docs-eam.leanix.net/reference/webhook-events",
  examples:
    "https://help.sap.com/docs/leanix/ea/webhook-payloads and https://docs-eam.leanix.net/reference/example-webhook-payloads",
  webhooks: "https://help.sap.com/docs/leanix/ea/webhooks and https://docs-eam.leanix.net/reference/webhooks",
  rest: "the vendor's description of its REST API",
} as const;

/** Every named object, payloads included. Separate from zod's global registry, so that our names cannot clash with the user's. */
export const models = registry<ModelInfo>();

/** The schemas of the payloads, in the order of their definition. */
export const payloads = new Map<z.ZodObject, PayloadInfo>();

/**
 * An object that keeps unknown keys. Its type has no index signature, so that what zod infers and the generated
 * interface can stand for each other.
 */
export type Model<Shape extends z.core.$ZodLooseShape> = z.ZodObject<Shape, z.core.$strip>;

/** The model that a schema is, or is a described copy of. */
export function modelOf(schema: z.core.$ZodType): z.ZodType | undefined {
  if (models.has(schema)) return schema as z.ZodType;
  const { parent } = schema._zod;
  return parent && modelOf(parent);
}

/** Names an object that the vendor's example payloads hold. */
export function defineModel<Shape extends z.core.$ZodLooseShape>(
  id: string,
  description: string,
  shape: Shape,
  source: string = sources.examples,
): Model<Shape> {
  return z.looseObject(shape).register(models, { id, description, source }) as unknown as Model<Shape>;
}

/** Names an object that only the description of the vendor's REST API shows: it was never seen in an event. */
export function restModel<Shape extends z.core.$ZodLooseShape>(
  id: string,
  description: string,
  shape: Shape,
): Model<Shape> {
  return defineModel(id, description, shape, sources.rest);
}

/** Names a value that is not an object, so that other languages' generators can name its type. */
export function defineValue<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  models.add(schema, { id, description, source: sources.examples });
  return schema;
}

interface PayloadDefinition<Shape> {
  eventType: string;
  evidence: Evidence;
  /** What selects the event; absent if unknown. */
  tags?: SelectingTags;
  description: string;
  shape: Shape;
}

/** Names the body of an event. */
export function definePayload<Shape extends z.core.$ZodLooseShape>({
  eventType,
  evidence,
  tags,
  description,
  shape,
}: PayloadDefinition<Shape>): Model<Shape> {
  const source = evidence === "sample" ? sources.examples : sources.events;
  const id = payloadName(eventType);
  const schema = defineModel(id, description, shape, source);
  payloads.set(schema as unknown as z.ZodObject, { id, description, source, eventType, evidence, tags });
  return schema;
}
