/** Prints test/accepted.txt: what each schema accepts, a line per field. */
import { datePattern, timestampPattern } from "../../src/models/patterns.js";
import type { Field, Library, Model, Node } from "./library.js";

export function printAccepted({ models }: Library): string {
  const lines = [...models.values()].flatMap(printModel);
  return [`timestamp: ${timestampPattern.source}`, `date: ${datePattern.source}`, ...lines, ""].join("\n");
}

function printModel({ name, shape }: Model): string[] {
  if (shape.kind === "object") return shape.fields.map((field) => `${name}.${field.key}: ${printField(field)}`);
  if (shape.kind === "value") return [`${name}: ${printNode(shape.node)}`];
  const members = shape.members.map(({ value, name }) => `${value} → ${name}`);
  return [`${name}: by ${shape.discriminator}: ${[...members, `else ${shape.base ?? "anything"}`].join(", ")}`];
}

function printField({ node, nullable, optional }: Field): string {
  return [printNode(node), ...(nullable ? ["null"] : []), ...(optional ? ["absent"] : [])].join(" | ");
}

function printNode(node: Node): string {
  switch (node.kind) {
    case "literal":
      return node.values.map((value) => JSON.stringify(value)).join(" | ");
    case "array":
      return `array of (${printNode(node.items)})`;
    case "map":
      return `map of (${printNode(node.values)})`;
    case "union":
      return node.options.map(printNode).join(" | ");
    case "model":
      return node.name;
    default:
      return node.kind;
  }
}
