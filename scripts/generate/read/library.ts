/** What the printers know of the zod schemas: plain data, and how to walk it. */
import type * as z from "zod";
import type { Evidence, SelectingTags } from "../../../src/zod/models/define.js";

export type Node =
  | { kind: "string"; known: string[] }
  | { kind: "id" | "timestamp" | "date" | "number" | "integer" | "boolean" | "object" | "unknown" }
  /** `open`: the type allows any other string. */
  | { kind: "literal"; values: string[]; open: boolean }
  | { kind: "array"; items: Node }
  | { kind: "map"; values: Node }
  | { kind: "union"; options: Node[] }
  | { kind: "model"; name: string };

export interface Field {
  key: string;
  optional: boolean;
  nullable: boolean;
  description: string;
  node: Node;
}

export type Shape = { kind: "object"; fields: Field[] } | { kind: "value"; node: Node } | OpenUnion;

/** Any value; the objects among them that are known have one of these names at the discriminator. */
export interface OpenUnion {
  kind: "openUnion";
  discriminator: string;
  members: { value: string; name: string }[];
}

export interface Model {
  name: string;
  description: string;
  source: string;
  shape: Shape;
  schema: z.ZodType;
}

export interface EventDescription {
  eventType: string;
  category: string;
  /** What the category is called. */
  title: string;
  evidence: Evidence;
  description: string;
  /** What selects the event; absent if unknown. */
  tags?: readonly string[];
  tagsEvidence?: SelectingTags["tagsEvidence"];
  /** Where the event is published. */
  source: string;
  /** What the body's `type` can read, as far as it is known; empty if `type` does not identify the event. */
  wireNames: string[];
  /** What the body's `progress` reads, if that identifies the event. */
  progress?: string;
  /** Name of the payload's model. */
  payload: string;
  /** What its category's module calls the payload's zod schema. */
  constant: string;
  schema: z.ZodObject;
}

export interface Library {
  categories: string[];
  events: EventDescription[];
  /** Every model that an event uses, payloads included, by name. */
  models: Map<string, Model>;
}

/** The fields of an object; none of any other model. */
export function fieldsOf({ shape }: Model): Field[] {
  return shape.kind === "object" ? shape.fields : [];
}

/** The names of the models that one refers to. */
export function modelsIn({ shape }: Model): string[] {
  if (shape.kind === "object") return shape.fields.flatMap(({ node }) => modelsOf(node));
  if (shape.kind === "value") return modelsOf(shape.node);
  return shape.members.map(({ name }) => name);
}

function modelsOf(node: Node): string[] {
  if (node.kind === "model") return [node.name];
  if (node.kind === "array") return modelsOf(node.items);
  if (node.kind === "map") return modelsOf(node.values);
  return node.kind === "union" ? node.options.flatMap(modelsOf) : [];
}
