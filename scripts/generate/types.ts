/** Prints src/generated/types.ts: interfaces with doc comments, no zod, no index signature. */
import { pascalCase, singular } from "./names.js";
import type { EventDescription, Field, Library, Model, Node } from "./read-schemas.js";

export function printTypes(library: Library): string {
  const { events, categories, models } = library;
  const eventsOf = (category: string) => events.filter((event) => event.category === category);
  return [
    `/** The event types that the vendor documents. */\n${alias(
      "EventType",
      events.map(({ eventType }) => quote(eventType)),
    )}`,
    `/** The categories of events; each has a module of its name. */\n${alias("EventCategory", categories.map(quote))}`,
    ...events.map((event) => printEvent(event, models.get(event.payload)!.source)),
    ...categories.map((category) =>
      union(`${pascalCase(singular(category))}Event`, `An event of the category ${category}.`, eventsOf(category)),
    ),
    printUnknownEvent(),
    `/** What parsing a body gives: one of the vendor's events, told apart by \`type\`, or \`UNKNOWN\`. */\n${alias("WebhookEvent", [...events.map(eventName), "UnknownEvent"])}`,
    printFieldDataType(models.get("FieldData")!),
    ...[...models.values()].map((model) => printModel(model, events)),
  ].join("\n\n");
}

export function eventName({ eventType }: EventDescription): string {
  return `${pascalCase(eventType)}Event`;
}

function printEvent(event: EventDescription, source: string): string {
  return `${doc(event.description, `Evidence: ${event.evidence}.`, `@see ${source}`)}
export interface ${eventName(event)} {
  /** The event type. */
  type: ${quote(event.eventType)};
  /** The body, as it came. */
  payload: ${event.payload};
  /** What was around the payload; absent when the body was the bare payload. */
  envelope?: WebhookEnvelope;
}`;
}

function printUnknownEvent(): string {
  return `/** An event that this version does not know, an empty body, or one that a callback rewrote. */
export interface UnknownEvent {
  /** Never the name of an event type. */
  type: "UNKNOWN";
  /** The body, as it came. */
  payload: unknown;
  /** What was around the payload; absent when the body was the bare payload. */
  envelope?: WebhookEnvelope;
}`;
}

function union(name: string, description: string, events: EventDescription[]): string {
  return `/** ${description} */\n${alias(name, events.map(eventName))}`;
}

function printFieldDataType({ shape }: Model): string {
  const values = shape.kind === "openUnion" ? shape.members.map(({ value }) => quote(value)) : [];
  return `/** The types of field data that this version knows. */\n${alias("FieldDataType", values)}`;
}

function printModel({ name, description, source, shape }: Model, events: EventDescription[]): string {
  const event = events.find(({ payload }) => payload === name);
  const evidence = event && `Evidence: ${event.evidence}.`;
  const see = source.startsWith("https:") ? `@see ${source}` : `Source: ${source}.`;
  const comment = doc(description, evidence, see);
  if (shape.kind === "object")
    return `${comment}\nexport interface ${name} {\n${shape.fields.map(printField).join("\n")}\n}`;
  if (shape.kind === "value") return `${comment}\n${alias(name, [printNode(shape.node)])}`;
  return `${comment}\n${alias(name, [...shape.members.map((member) => member.name), ...openEnd(shape.base)])}`;
}

/** `unknown` would swallow the members of the union, so it is spelled out. */
function openEnd(base: Node): string[] {
  return base.kind === "unknown" ? ["object", "string", "number", "boolean", "null"] : [printNode(base)];
}

function printField({ key, optional, description, node }: Field): string {
  const type = printNode(node);
  const suffix = optional && type !== "unknown" ? " | undefined" : "";
  return `  /** ${description} */\n  ${key}${optional ? "?" : ""}: ${type}${suffix};`;
}

function printNode(node: Node): string {
  switch (node.kind) {
    case "string":
      return node.known.length > 0 ? [...node.known.map(quote), "(string & {})"].join(" | ") : "string";
    case "integer":
      return "number";
    case "literal":
      return node.values.map(quote).join(" | ");
    case "array":
      return `${parenthesized(node.items)}[]`;
    case "map":
      return `Record<string, ${printNode(node.values)}>`;
    case "nullable":
      return `${printNode(node.inner)} | null`;
    case "union":
      return node.options.map(printNode).join(" | ");
    case "model":
      return node.name;
    default:
      return node.kind;
  }
}

function parenthesized(node: Node): string {
  const type = printNode(node);
  return type.includes(" | ") ? `(${type})` : type;
}

function alias(name: string, members: string[]): string {
  const line = `export type ${name} = ${members.join(" | ")};`;
  return line.length <= 120 ? line : `export type ${name} =\n  | ${members.join("\n  | ")};`;
}

function doc(...lines: (string | undefined)[]): string {
  const paragraphs = lines.filter((line) => line !== undefined).join("\n\n");
  return ["/**", ...paragraphs.split("\n").map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}

function quote(text: string): string {
  return JSON.stringify(text);
}
