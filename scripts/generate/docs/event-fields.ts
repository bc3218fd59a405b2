/** Prints the tables of fields on an event's page. */
import type { Field, Library, Model, Node } from "../read/library.js";
import { modelsBelow } from "../read/recursive-models.js";

/** What the words in the tables mean. */
export const fieldsLegend = [
  "An optional field may be absent or null. Below each table stands where its fields are published.",
  [
    "- **id**: a string that is not empty, mostly a UUID",
    "- **timestamp**: a string, date and time in ISO 8601 with the offset",
    "- **date**: a string, `YYYY-MM-DD`",
    "- **integer**: a number without a fraction, which can be greater than 2^53",
  ].join("\n"),
].join("\n\n");

/** The fields of a model, and where they are published. */
export function printFields({ shape, source }: Model, published = printSource(source)): string {
  const origin = `Source of each field: ${published}`;
  if (shape.kind === "value") return `${printNode(shape.node)}\n\n${origin}`;
  if (shape.kind === "openUnion") {
    const rows = shape.members.map(({ value, name }) => `| \`${value}\` | ${linkTo(name)} |`);
    const others = "Any other value is taken as it is.";
    return [[`| \`${shape.discriminator}\` | fields |`, "|---|---|", ...rows].join("\n"), others, origin].join("\n\n");
  }
  const rows = shape.fields.map(printField);
  return `${["| field | type | presence | what it is |", "|---|---|---|---|", ...rows].join("\n")}\n\n${origin}`;
}

function printSource(source: string): string {
  return source.startsWith("https:") ? `<${source}>` : source;
}

/** Every model that the given one refers to, each as a section. */
export function printModels(name: string, { models }: Library): string[] {
  return [...modelsBelow(name, models)].map((one) => {
    const model = models.get(one)!;
    return `### ${one}\n\n${model.description}\n\n${printFields(model)}`;
  });
}

function printField({ key, optional, nullable, description, node }: Field): string {
  const presence = optional ? "optional" : "required";
  const type = `${printNode(node)}${nullable && !optional ? " or null" : ""}`;
  return `| \`${key}\` | ${type} | ${presence} | ${description.replaceAll("|", "\\|")} |`;
}

function printNode(node: Node): string {
  switch (node.kind) {
    case "string":
      return node.known.length > 0 ? `string, such as ${codes(node.known)}` : "string";
    case "literal":
      return `${codes(node.values)}${node.open ? " or another string" : ""}`;
    case "array":
      return `array of ${printNode(node.items)}`;
    case "map":
      return `map of ${printNode(node.values)} or null`;
    case "union":
      return node.options.map(printNode).join(" or ");
    case "model":
      return linkTo(node.name);
    case "unknown":
      return "any";
    default:
      return node.kind;
  }
}

function linkTo(model: string): string {
  return `[${model}](#${model.toLowerCase()})`;
}

function codes(values: string[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}
