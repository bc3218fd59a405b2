/** What the printers know of the zod schemas: plain data. */
import type * as z from "zod";
import type { Evidence } from "../../src/models/define.js";

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

export interface OpenUnion {
  kind: "openUnion";
  discriminator: string;
  members: { value: string; name: string }[];
  /** The model of an object that names no member. */
  base?: string;
  /** The union that objects must be of, where other values are taken too. */
  objects?: string;
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
  evidence: Evidence;
  description: string;
  /** Where the event is published. */
  source: string;
  /** What the body's `type` can read, as far as it is known; empty where `type` does not identify the event. */
  wireNames: string[];
  /** What the body's `progress` reads, where that identifies the event. */
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
