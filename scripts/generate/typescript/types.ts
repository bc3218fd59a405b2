/** Prints src/generated/types.ts: interfaces with doc comments, no zod, no index signature. */
import { pascalCase, payloadName } from "../../../src/catalog/names.js";
import type { EventDescription, Field, Library, Model, Node, OpenUnion } from "../read/library.js";

export function printTypes(library: Library): string {
  const { events, categories, models } = library;
  const eventsOf = (category: string) => events.filter((event) => event.category === category);
  return [
    `import type { UnknownEvent } from "../parse/unknown-event.js";`,
    `/** The event types that the vendor documents. */\n${alias(
      "EventType",
      events.map(({ eventType }) => quote(eventType)),
    )}`,
    `/** The categories of events; each has a module of its name. */\n${alias("EventCategory", categories.map(quote))}`,
    ...events.map(printEvent),
    ...categories.flatMap((category) => {
      const own = eventsOf(category);
      return [
        union(`${pascalCase(category)}Event`, `An event of the category ${category}.`, own.map(eventName)),
        union(
          payloadName(category),
          `The payload of an event of the category ${category}.`,
          own.map(({ payload }) => payload),
        ),
      ];
    }),
    printEventMap(events),
    ...printFieldDataTypes(models.get("FieldValue")!.shape as OpenUnion),
    ...[...models.values()].map((model) => printModel(model, library)),
  ].join("\n\n");
}

export function eventName({ eventType }: EventDescription): string {
  return `${pascalCase(eventType)}Event`;
}

// An editor shows the different comments of a union's members below each other, so these are UnknownEvent's, too.
const typeComment = "The event type, or `UNKNOWN`. Compare it to narrow the event and its payload.";
const payloadComment =
  "The body, unchanged, without its envelope. Narrow by `event.type` first: until then its type is `unknown`.";

function printEvent(event: EventDescription): string {
  return `${doc(event.description, `Evidence: ${event.evidence}.`, printSee(event.source))}
export interface ${eventName(event)} {
  /** ${typeComment} */
  type: ${quote(event.eventType)};
  /** ${payloadComment} */
  payload: ${event.payload};
  /** The envelope; absent if the payload came bare. */
  envelope?: WebhookEnvelope;
}`;
}

/** The one list of events: the union and the handler maps follow from it. */
function printEventMap(events: EventDescription[]): string {
  const members = events.map((event) => `  ${event.eventType}: ${eventName(event)};`);
  return `/** Every event by its \`type\`, \`UNKNOWN\` included. */
export interface WebhookEventMap {
${members.join("\n")}
  UNKNOWN: UnknownEvent;
}

/** The result of parsing a body: one of the vendor's events, discriminated by \`type\`, or \`UNKNOWN\`. */
export type WebhookEvent = WebhookEventMap[keyof WebhookEventMap];

/** The payload of any known event: what stands in the body when the payload mode is DEFAULT. */
${alias(
  "WebhookPayload",
  events.map(({ payload }) => payload),
)}`;
}

function printSee(source: string): string {
  if (!source.startsWith("https:")) return `Source: ${source}.`;
  return source
    .split(" and ")
    .map((address) => `@see ${address}`)
    .join("\n");
}

function union(name: string, description: string, members: string[]): string {
  return `/** ${description} */\n${alias(name, members)}`;
}

function printFieldDataTypes({ members }: OpenUnion): string[] {
  const values = members.map(({ value }) => quote(value));
  return [
    `/** The types of field data that this version knows. */\n${alias("FieldDataType", values)}`,
    `/** Field data of a type that this version knows: a closed union, which a \`switch\` narrows and exhausts. */\n${alias(
      "KnownFieldData",
      members.map(({ name }) => name),
    )}`,
  ];
}

function printModel({ name, description, source, shape }: Model, { events, models }: Library): string {
  const event = events.find(({ payload }) => payload === name);
  const evidence = event && `Evidence: ${event.evidence}.`;
  const comment = doc(description, evidence, printSee(source));
  if (shape.kind === "object") {
    const heritage = event ? ` extends ${baseOf(shape.fields, models.get("EventBase")!)}` : "";
    return `${comment}\nexport interface ${name}${heritage} {\n${shape.fields.map(printField).join("\n")}\n}`;
  }
  if (shape.kind === "value") return `${comment}\n${alias(name, [printNode(shape.node)])}`;
  // `unknown` would swallow the members of the union, so it is spelled out.
  const others = ["object", "string", "number", "boolean", "null"];
  return `${comment}\n${alias(name, [...shape.members.map((member) => member.name), ...others])}`;
}

/** Events without a class name were never seen with all fields of the base; what they may hold there is anything. */
function baseOf(fields: Field[], { shape }: Model): string {
  const own = new Set(fields.map(({ key }) => key));
  return shape.kind === "object" && shape.fields.every(({ key }) => own.has(key))
    ? "EventBase"
    : "Partial<Record<keyof EventBase, unknown>>";
}

function printField({ key, optional, nullable, description, node }: Field): string {
  const type = printNode(node);
  const suffix = `${nullable ? " | null" : ""}${optional && type !== "unknown" ? " | undefined" : ""}`;
  return `  /** ${description} */\n  ${key}${optional ? "?" : ""}: ${type}${suffix};`;
}

function printNode(node: Node): string {
  switch (node.kind) {
    case "string":
      return node.known.length > 0 ? [...node.known.map(quote), "(string & {})"].join(" | ") : "string";
    case "integer":
      return "number";
    case "id":
    case "timestamp":
    case "date":
      return "string";
    case "literal":
      return [...node.values.map(quote), ...(node.open ? ["(string & {})"] : [])].join(" | ");
    case "array":
      return `${parenthesized(node.items)}[]`;
    case "map":
      return `Record<string, ${printNode(node.values)} | null>`;
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
