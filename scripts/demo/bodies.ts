/** What is sent: every body bare, wrapped and empty, as the webhook's payload mode makes it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EventType, eventTypes, safeParseWebhookEvent } from "../../src/index.js";

export type Form = "bare" | "wrapped" | "empty";

export interface Sent {
  file: string;
  form: Form;
  body: string;
  /** The event that the receiver must name; undefined where only the reader knows. */
  expected: EventType | "UNKNOWN" | undefined;
}

const folder = "examples/payloads";

export function readExamples(): Sent[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().flatMap((name) => {
    const eventType = eventTypes.find((type) => type.toLowerCase().replaceAll("_", "-") === name.split(".")[0]);
    return threeForms(name, readFileSync(join(folder, name), "utf8"), eventType);
  });
}

/** The reader's own bodies; a body that comes in an envelope is sent as it is. */
export function readBodies(files: string[]): { bodies: Sent[]; errors: string[] } {
  const bodies: Sent[] = [];
  const errors: string[] = [];
  for (const file of files) {
    try {
      bodies.push(...ownForms(file, readFileSync(file, "utf8")));
    } catch (error) {
      errors.push(`${file}: cannot be read: ${(error as Error).message}`);
    }
  }
  return { bodies, errors };
}

function ownForms(file: string, text: string): Sent[] {
  const parsed = safeParseWebhookEvent(text);
  if (parsed.success && parsed.data.envelope === undefined) return threeForms(file, text, undefined, parsed.data.type);
  return [{ file, form: parsed.success ? "wrapped" : "bare", body: text, expected: undefined }];
}

function threeForms(
  file: string,
  text: string,
  expected: Sent["expected"],
  tag: string = expected ?? "UNKNOWN",
): Sent[] {
  const payload: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  const envelope = { id: "0b1f6a52-6d5c-4f0e-9a53-2f7d3f0c8e11", tags: ["pathfinder", tag], payload };
  const bare: Sent = { file, form: "bare", body: text, expected };
  const empty: Sent = { file, form: "empty", body: "{}", expected: "UNKNOWN" };
  // Only an object can be a payload.
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return [bare, empty];
  return [bare, { file, form: "wrapped", body: JSON.stringify(envelope), expected }, empty];
}
