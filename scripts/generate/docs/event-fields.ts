/** Prints the fields of a payload or a model as one tree. */
import type { Field, Library, Model, Node } from "../read/library.js";
import { modelsBelow } from "../read/recursive-models.js";

/** Models that several events hold deep inside: each has a page of its own, which a tree links. */
export const modelPages: Readonly<Record<string, string>> = {
  FactSheet: "fact-sheet",
  Relation: "relation",
  FieldValue: "field-value",
};

/** What the words in a tree mean. Links show the kinds' meanings. */
export const fieldsLegend =
  "A field is always there, unless it is *optional*: absent or null. *Or null* is always there and may be null.";

/** The kinds of the leaves, as links with a tip. */
export const kindLinks = [
  '[id]: index.md#kinds-of-values "A string that is not empty, mostly a UUID"',
  '[timestamp]: index.md#kinds-of-values "A string: date and time in ISO 8601, with the offset"',
  '[date]: index.md#kinds-of-values "A string, YYYY-MM-DD"',
  '[integer]: index.md#kinds-of-values "A number without a fraction, which can be greater than 2^53"',
].join("\n");

/** A model's fields, and below each object its own; a model with a page of its own is linked, but for `open`. */
export function printTree({ models }: Library, name: string, open: readonly string[] = []): string {
  return printModel(models.get(name)!, "", [name]).join("\n");

  function printModel({ shape }: Model, indent: string, above: readonly string[]): string[] {
    if (shape.kind === "object") return shape.fields.flatMap((field) => printField(field, indent, above));
    if (shape.kind === "value") return [`${indent}- ${printNode(shape.node)}`];
    const members = shape.members.flatMap(({ value, name }) => [
      `${indent}- \`${shape.discriminator}\` is \`${value}\`: ${models.get(name)!.description}`,
      ...printModel(models.get(name)!, `${indent}  `, [...above, name]).filter(
        (line) => !line.startsWith(`${indent}  - \`${shape.discriminator}\``),
      ),
    ]);
    return [...members, `${indent}- Anything else is taken as it is.`];
  }

  function printField(
    { key, optional, nullable, description, node }: Field,
    indent: string,
    above: readonly string[],
  ): string[] {
    const presence = optional ? ", *optional*" : nullable ? ", *or null*" : "";
    const inner = [...modelsOf(node)].filter((name) => isOpen(name) && !above.includes(name));
    return [
      `${indent}- \`${key}\` ${printNode(node)}${presence}. ${description}`,
      ...inner.flatMap((name) => printModel(models.get(name)!, `${indent}  `, [...above, name])),
    ];
  }

  function isOpen(name: string): boolean {
    return !(name in modelPages) || open.includes(name);
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
        return isOpen(node.name) ? node.name : `[${node.name}](${modelPages[node.name]}.md)`;
      case "unknown":
        return "any";
      case "id":
      case "timestamp":
      case "date":
      case "integer":
        return `[${node.kind}]`;
      default:
        return node.kind;
    }
  }
}

/** Where the fields of a model, and of those below it that are shown with it, are published. */
export function printSources(name: string, { models }: Library, own?: string): string {
  const below = [...modelsBelow(name, models)].filter((one) => one !== name);
  const sources = new Map<string, string[]>();
  for (const one of [name, ...below]) {
    const source = one === name && own ? own : printSource(models.get(one)!.source);
    sources.set(source, [...(sources.get(source) ?? []), one === name ? "the payload" : one]);
  }
  return [...sources].map(([source, names]) => `- ${source}: ${names.join(", ")}`).join("\n");
}

export function printSource(source: string): string {
  return source.replace(/https:\S+/g, "<$&>");
}

function modelsOf(node: Node): string[] {
  if (node.kind === "model") return [node.name];
  if (node.kind === "array") return modelsOf(node.items);
  if (node.kind === "map") return modelsOf(node.values);
  return node.kind === "union" ? node.options.flatMap(modelsOf) : [];
}

function codes(values: string[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}
