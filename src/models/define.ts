import * as z from "zod";

/** How well the body of an event is known; see the README's event table. */
export type Evidence = "sample" | "partial" | "inferred";

export interface ModelInfo {
  /** The name of the generated interface and of the definition in every JSON Schema. */
  id: string;
  /** One sentence. */
  description: string;
  /** Where it is published. */
  source: string;
  /** The model of which this is the form whose members are all optional. */
  partialOf?: string;
}

export interface PayloadInfo extends ModelInfo {
  eventType: string;
  evidence: Evidence;
}

export const sources = {
  events: "https://docs-eam.leanix.net/reference/webhook-events",
  examples: "https://docs-eam.leanix.net/reference/example-webhook-payloads",
  webhooks: "https://docs-eam.leanix.net/reference/webhooks",
  rest: "the vendor's description of its REST API",
} as const;

/** Every named object, payloads included. Apart from zod's global registry, so that no name of ours meets one of the user's. */
export const models = z.registry<ModelInfo>();

/** What is known of an event beside its shape. */
export const payloads = z.registry<PayloadInfo>();

/** The model that a schema is, or is a described copy of. */
export function modelOf(schema: z.core.$ZodType): z.ZodType | undefined {
  if (models.has(schema)) return schema as z.ZodType;
  const { parent } = schema._zod;
  return parent && modelOf(parent);
}

/** Names an object that the wire holds. Loose: unknown keys are kept. */
export function defineModel<Shape extends z.core.$ZodLooseShape>(
  id: string,
  description: string,
  shape: Shape,
  source: string = sources.examples,
): z.ZodObject<Shape, z.core.$loose> {
  return z.looseObject(shape).register(models, { id, description, source });
}

/** Names a value that is no object, so that other languages' generators can name its type. */
export function defineValue<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  models.add(schema, { id, description, source: sources.examples } as never);
  return schema;
}

interface PayloadDefinition<Shape> {
  eventType: string;
  evidence: Evidence;
  description: string;
  shape: Shape;
}

/** Names the body of an event. */
export function definePayload<Shape extends z.core.$ZodLooseShape>({
  eventType,
  evidence,
  description,
  shape,
}: PayloadDefinition<Shape>): z.ZodObject<Shape, z.core.$loose> {
  const source = evidence === "sample" ? sources.examples : sources.events;
  const info = { id: `${pascalCase(eventType)}Payload`, description, source, eventType, evidence };
  return z.looseObject(shape).register(models, info).register(payloads, info);
}

function pascalCase(eventType: string): string {
  return eventType
    .split("_")
    .map((word) => word[0] + word.slice(1).toLowerCase())
    .join("");
}
