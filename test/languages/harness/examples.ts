import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readExamples } from "../../../scripts/examples.js";
import { type EventType, eventTypes } from "../../../src/index.js";
import type { Event } from "./language.js";
import { eventOf } from "./schemas.js";

export interface ExampleBody extends Event {
  eventType: EventType;
  body: unknown;
}

export const examplesFile = resolve(".cache/corpus/examples.jsonl");

/** Every example, and one whose numbers need more than 32 bits. */
export function writeExamples(): ExampleBody[] {
  const examples: ExampleBody[] = readExamples(eventTypes).map(({ eventType, body }) => ({
    ...eventOf(eventType as EventType),
    eventType: eventType as EventType,
    body,
  }));
  const created = examples.find(({ eventType }) => eventType === "FACT_SHEET_CREATED")!;
  const body = { ...(created.body as object), id: 2 ** 40, transactionSequenceNumber: 2 ** 40 };
  examples.push({ ...created, body });
  writeFileSync(examplesFile, examples.map((example) => `${JSON.stringify(example)}\n`).join(""));
  return examples;
}
