import { closestMatch } from "leven";
import { eventCatalog, eventTypes } from "../../../src/catalog/catalog.js";
import { formatPath } from "../../../src/parse/message.js";
import type { UnknownReason } from "../../../src/parse/unknown-event.js";
import type { Judged } from "./verdict.js";

const reasons: Record<UnknownReason, string> = {
  EMPTY: "The body is empty, as the payload mode NO_PAYLOAD sends it.",
  UNNAMED: "Nothing in the body names an event.",
  UNKNOWN_NAME: "The body names an event that this version does not know.",
  UNEXPECTED_SHAPE:
    "No body of this event was ever published, and this one is not as we guessed. It is no error: your report would make it known.",
  ENCODED_TWICE: "The body is JSON text in JSON text: parse the inner text.",
  NESTED: "The event stands inside another object, such as a whole request, a queue's record or a CloudEvent",
};

/** Why an event is unknown, in a sentence. */
export function reasonOf({ reason, name, nestedAt = [] }: Judged): string | undefined {
  if (reason === undefined) return undefined;
  if (reason === "NESTED") return `${reasons.NESTED}: at ${formatPath(nestedAt)}.`;
  return reason === "UNKNOWN_NAME" && name !== undefined ? nameOf(name) : reasons[reason];
}

function nameOf(name: string): string {
  const type = eventTypes.find((one) => one === name);
  if (type) {
    const names = eventCatalog[type].wireNames.join(" or ") || "no name";
    return `"${name}" is the event type that one subscribes to; in its body it is called ${names}.`;
  }
  const known = eventTypes.flatMap((one) => [one, ...eventCatalog[one].wireNames]);
  const closest = closestMatch(name, known, { maxDistance: Math.ceil(name.length / 4) });
  const hint = closest === undefined ? "" : ` Did you mean ${closest}?`;
  return `The body names the event "${name.slice(0, 80)}", which this version does not know.${hint}`;
}
