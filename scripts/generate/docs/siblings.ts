/** Prints the events of a category side by side. */
import { kebabCase } from "../../../src/catalog/names.js";
import { type EventDescription, fieldsOf, type Library } from "../read/library.js";

export function printSiblings(event: EventDescription, { events, models }: Library): string[] {
  const family = events.filter(({ category }) => category === event.category);
  if (family.length === 1) return [];
  const fieldsBy = family.map(({ payload }) => fieldsOf(models.get(payload)!));
  const keys = [...new Set(fieldsBy.flat().map(({ key }) => key))];
  const isEverywhere = (key: string) => fieldsBy.every((fields) => fields.some((field) => field.key === key));
  const list = family.map(
    (one) => `- ${one === event ? `**${one.eventType}**` : link(one)}: ${one.description} Evidence: ${one.evidence}.`,
  );
  const different = keys.filter((key) => !isEverywhere(key));
  const rows = different.map((key) => {
    const cells = fieldsBy.map((fields) => {
      const field = fields.find((one) => one.key === key);
      return field ? (field.optional ? "optional" : "always") : "";
    });
    return `| \`${key}\` | ${cells.join(" | ")} |`;
  });
  const shared = keys.filter(isEverywhere).map((key) => `\`${key}\``);
  return [
    list.join("\n"),
    `All of them have ${shared.join(", ")}.${different.length > 0 ? " They differ in:" : ""}`,
    ...(different.length > 0
      ? [
          [
            `| field | ${family.map((one) => shortName(one, family)).join(" | ")} |`,
            `|---|${family.map(() => "---|").join("")}`,
            ...rows,
          ].join("\n"),
        ]
      : []),
  ];
}

/** The name without what all of the family begin with. */
function shortName({ eventType }: EventDescription, family: readonly EventDescription[]): string {
  const words = family.map((one) => one.eventType.split("_"));
  const common = words[0]!.findIndex((word, index) => words.some((other) => other[index] !== word));
  return eventType.split("_").slice(common).join(" ").toLowerCase();
}

function link({ eventType }: EventDescription): string {
  return `[${eventType}](${kebabCase(eventType)}.md)`;
}
