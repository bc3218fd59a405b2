/** Prints what goes wrong with an event: each follows from its schema, its example or the library's own functions. */
import { type EventDescription, type Field, fieldsOf, type Library } from "../read/library.js";
import type { Held } from "./what-it-holds.js";

export function printTraps(event: EventDescription, library: Library, held: Held, body: unknown): string {
  const fields = fieldsOf(library.models.get(event.payload)!);
  const has = (key: string) => fields.some((field) => field.key === key);
  const traps = [
    nameTrap(event),
    event.evidence === "inferred" &&
      `No body of it was ever published. One that differs from this page is \`UNKNOWN\` with the reason \`UNEXPECTED_SHAPE\`, and is not refused: please [report it](../cli.md#drift).`,
    event.evidence === "partial" && "Only some of its fields are known, so most are optional here.",
    !has("factSheet") &&
      held.factSheets.length > 0 &&
      `It has no \`factSheet\`: \`payload.factSheet.id\` throws. The id is in \`${held.factSheets[0]}\`.`,
    held.factSheets.length === 0 && "It names no fact sheet that it is about.",
    held.key.length === 0 &&
      "It has no key: if it comes bare, each delivery counts as a new event, so let your handler take it twice.",
    !hasTime(body) &&
      "It has no time: if it comes bare and its handler fails, it is never given up, and ten days of failures deactivate the webhook.",
    held.sequence === undefined &&
      has("transactionSequenceNumber") &&
      "It is a step, not a state: do not drop it because a newer event came first.",
    held.sequence !== undefined && "Deliveries overtake each other: an older state can come after a newer one.",
    nullTrap(fields, body),
  ];
  return traps
    .filter((trap) => typeof trap === "string")
    .map((trap) => `- ${trap}`)
    .join("\n");
}

function nameTrap({ eventType, wireNames, progress, payload }: EventDescription): string {
  if (progress)
    return `\`payload.type\` is the integration's name. What identifies the event is \`progress\`, which is \`${progress}\`; \`event.type\` is \`${eventType}\`.`;
  if (wireNames.length === 0)
    return `The body has no \`type\`. All automations come as this one event: tell them apart by \`payload.tag\` or \`payload.automation\`.`;
  if (wireNames.length > 1)
    return `The body's \`type\` is ${wireNames.map((name) => `\`${name}\``).join(" or ")}; \`event.type\` is \`${eventType}\` for both.`;
  return wireNames[0] === eventType
    ? `Unlike most events it has the same name in the body: \`payload.type\` and \`event.type\` are both \`${eventType}\`.`
    : `It has two names: you subscribe to \`${eventType}\`, which is \`event.type\`; \`payload.type\` is \`${wireNames[0]}\`, as in \`${payload}\`.`;
}

function hasTime(body: unknown): boolean {
  return typeof body === "object" && body !== null && "createdAt" in body;
}

/** Fields that its example shows as null. */
function nullTrap(fields: readonly Field[], body: unknown): string | undefined {
  const keys = Object.entries(body as object).flatMap(([key, value]) =>
    value === null && fields.some((field) => field.key === key) ? [`\`${key}\``] : [],
  );
  return keys.length > 0
    ? `In published bodies ${keys.join(" and ")} ${keys.length > 1 ? "are" : "is"} null.`
    : undefined;
}
