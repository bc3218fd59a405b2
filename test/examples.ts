/** The example bodies, for tests that break them. */
import { type Example, readExamples } from "../scripts/examples.js";
import { type EventType, eventTypes } from "../src/index.js";

export const examples = readExamples(eventTypes) as (Example & { eventType: EventType })[];

/** A body whose fields a test reaches into without a check. */
// biome-ignore lint/suspicious/noExplicitAny: a test breaks bodies in places that no type allows
export type Body = any;

/** A fresh body of an example, to be broken in one place. */
export function exampleBody(name: string): Body {
  return JSON.parse(examples.find((example) => example.name === name)!.text);
}
