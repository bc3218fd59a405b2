/** Prints the tables of fields on an event's page. */
import type { Field, Library, Model, Node } from "./library.js";

/** The fields of a model, and where they are published. */
export function printFields({ shape, source }: Model): string {
  const origin = `Source: ${source.startsWith("https:") ? `<${source}>` : source}`;
  if (shape.kind === "value") return `${printNode(shape.node)}\n\n${origin}`;
  if (shape.kind === "openUnion") {
    const rows = shape.members.map(({ value, name }) => `| \`${value}\` | ${linkTo(name)} |`);
    const others = shape.base ? `Any other object is ${linkTo(shape.base)}.` : "Any other value is taken as it is.";
    return [[`| \`${shape.discriminator}\` | fields |`, "|---|---|", ...rows].join("\n"), others, origin].join("\n\n");
  }
  const rows = shape.fields.map(printField);
  return `${["| field | type | | what it is |", "|---|---|---|---|", ...rows].join("\n")}\n\n${origin}`;
}

/** Every model that the given one refers to, each as a section. */
export function printModels(name: string, { models }: Library): string[] {
  const found = new Set([name]);
  for (const one of found) for (const other of modelsIn(models.get(one)!)) if (models.has(other)) found.add(other);
  found.delete(name);
  return [...found].map((one) => {
    const model = models.get(one)!;
    return `### ${one}\n\n${model.description}\n\n${printFields(model)}`;
  });
}

function printField({ key, optional, nullable, description, node }: Field): string {
  const presence = optional ? "optional" : "required";
  const type = `${printNode(node)}${nullable && !optional ? " or null" : ""}`;
  return `| \`${key}\` | ${type} | ${presence} | ${description.replaceAll("|", "\\|")} |`;
}

function modelsIn({ shape }: Model): string[] {
  if (shape.kind === "value") return namesIn(shape.node);
  if (shape.kind === "object") return shape.fields.flatMap(({ node }) => namesIn(node));
  return [...shape.members.map(({ name }) => name), shape.base, shape.objects].filter((name) => name !== undefined);
}

function namesIn(node: Node): string[] {
  if (node.kind === "model") return [node.name];
  if (node.kind === "array") return namesIn(node.items);
  if (node.kind === "map") return namesIn(node.values);
  return node.kind === "union" ? node.options.flatMap(namesIn) : [];
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
      return `map of ${printNode(node.values)}`;
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
