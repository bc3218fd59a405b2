/** Prints what the library's functions make of an event's body, by asking them. */
import type { WebhookEvent } from "../../../src/generated/types.js";
import { deliveryKeyOf } from "../../../src/handle/delivery-key.js";
import { factSheetsOf } from "../../../src/handle/fact-sheets.js";
import { positionOf } from "../../../src/handle/position.js";
import type { EventDescription } from "../read/library.js";

export interface Held {
  /** Paths of the fact sheets' ids. */
  factSheets: string[];
  /** Paths of the parts of the delivery's key. */
  key: string[];
  /** Path of the number that orders the event. */
  sequence: string | undefined;
}

/** Where the functions find what they answer: each value of the body is replaced by its place first. */
export function heldBy(type: string, body: unknown): Held {
  const places = new Map<unknown, string>();
  // Its own name says what of it is an id.
  const { type: ownName } = body as { type?: unknown };
  const payload = { ...(placed(body, "payload", places) as object), ...(ownName !== undefined && { type: ownName }) };
  const event = { type, payload } as WebhookEvent;
  const at = (value: unknown) => places.get(value) ?? places.get(Number(value)) ?? "a fingerprint";
  const position = positionOf(event);
  return {
    factSheets: factSheetsOf(event).map(({ id }) => at(id)),
    key: deliveryKeyOf(event)?.split("-").map(at) ?? [],
    sequence: position && at(position.sequence),
  };
}

/** What one asks first: what selects it, what it is about, and whether it can be told from another delivery. */
export function printGlance({ eventType, tags, tagsEvidence }: EventDescription, held: Held): string {
  const { factSheets, key, sequence } = held;
  const isAssumed = tags && tagsEvidence !== "published" ? " (assumed)" : "";
  const about = factSheets.length > 1 ? "**Fact sheets**" : "**Fact sheet**";
  return [
    `- **Selected by** ${tags ? `tags \`${JSON.stringify(tags)}\`${isAssumed}` : `\`${eventType}\` in the list of events`}`,
    `- ${about}: ${codes(factSheets) || "none"}`,
    `- **Delivery key**: ${key.length > 0 ? "yes" : "only if it comes wrapped"}. **Position**: ${sequence ? "yes, an outdated one can be dropped" : "no, handle each"}`,
  ].join("\n");
}

export function printHeld({ factSheets, key, sequence }: Held): string {
  const rows = [
    ["which fact sheet", "`factSheetsOf(event)`", codes(factSheets) || "none"],
    ["came before?", "`deliveryKeyOf(event)`", codes(key) || "no key, unless it comes wrapped"],
    ["still the newest?", "`recordPosition(event, raise)`", sequence ? codes([sequence]) : "no position: handle each"],
  ];
  return ["| you ask | function | it reads |", "|---|---|---|", ...rows.map((row) => `| ${row.join(" | ")} |`)].join(
    "\n",
  );
}

function placed(value: unknown, path: string, places: Map<unknown, string>): unknown {
  if (Array.isArray(value)) return value.map((item, index) => placed(item, `${path}[${index}]`, places));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, placed(inner, `${path}.${key}`, places)]),
    );
  if (typeof value !== "string" && typeof value !== "number") return value;
  // Of letters and digits, as ids have them, so that a key can be made of it.
  const mark = typeof value === "string" ? `at${places.size}` : 1_000_000 + places.size;
  places.set(mark, path);
  return mark;
}

function codes(paths: readonly string[]): string {
  return paths.map((path) => (path.startsWith("payload") ? `\`${path}\`` : path)).join(", ");
}
