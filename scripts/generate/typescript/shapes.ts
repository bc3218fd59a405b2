/** Prints src/generated/shapes.ts: what the schemas say, as data that bodies are compared with. */

import type { EventShape, Shape } from "../../../src/drift/shape.js";
import { fingerprint } from "../../../src/json/fingerprint.js";
import { sources } from "../../../src/zod/models/define.js";
import type { Example } from "../../examples.js";
import type { Field, Library, Model, Node, OpenUnion } from "../read/library.js";

export function printShapes({ events, models }: Library, examples: Example[]): string {
  const eventShapes = events.map(({ eventType, evidence, payload }): [string, EventShape] => [
    eventType,
    { evidence, payload },
  ]);
  const modelShapes = [...models.values()].map((model): [string, Shape] => [model.name, shapeOfModel(model, models)]);
  return [
    `import type { EventShape, Shape } from "../drift/shape.js";\nimport type { EventType } from "./types.js";`,
    `export const eventShapes: Readonly<Record<EventType, EventShape>> = ${object(eventShapes)};`,
    `export const modelShapes: Readonly<Record<string, Shape>> = ${object(modelShapes)};`,
    `/** Fingerprints of the example bodies, in which what is guessed is our own. */\nexport const exampleFingerprints: readonly string[] = ${JSON.stringify(examples.map(({ body }) => fingerprint(body)))};`,
  ].join("\n\n");
}

function object(entries: [string, unknown][]): string {
  return `{\n${entries.map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`).join("\n")}\n}`;
}

function shapeOfModel({ name, source, shape }: Model, models: Library["models"]): Shape {
  if (shape.kind === "object") {
    const fields = Object.fromEntries(shape.fields.map(shapeOfField));
    // The value of a changed field can be anything; what a field of a fact sheet holds was always of a known type.
    const { shape: value } = models.get("FieldValue")!;
    if (name === "Field" && value.kind === "openUnion")
      fields["data?"] = { ...shapeOfUnion(value), base: { fields: { [value.discriminator]: "string" } } };
    return { fields, ...(source === sources.rest && { isGuess: true }) };
  }
  if (shape.kind === "value") return shapeOf(shape.node);
  return shapeOfUnion(shape);
}

function shapeOfUnion({ discriminator, members }: OpenUnion) {
  return {
    by: discriminator,
    members: Object.fromEntries(members.map(({ value, name }) => [value, name])),
    base: "unknown",
  };
}

/** An optional field may be null, too. */
function shapeOfField({ key, optional, nullable, node }: Field): [string, Shape] {
  if (optional) return [`${key}?`, shapeOf(node)];
  return [key, nullable ? { anyOf: [shapeOf(node), "null"] } : shapeOf(node)];
}

function shapeOf(node: Node): Shape {
  switch (node.kind) {
    case "array":
      return { array: shapeOf(node.items) };
    case "map":
      return { map: shapeOf(node.values) };
    case "union":
      return { anyOf: node.options.map(shapeOf) };
    case "literal":
      return node.open ? { known: node.values } : { literal: node.values };
    case "string":
      return node.known.length > 0 ? { known: node.known } : "string";
    case "model":
      return node.name;
    default:
      return node.kind;
  }
}
