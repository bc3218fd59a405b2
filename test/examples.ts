/** The example bodies on disk. */
import { readdirSync, readFileSync } from "node:fs";
import type { EventType } from "../src/index.js";

export interface Example {
  file: string;
  eventType: EventType;
  text: string;
}

export const examples: Example[] = readdirSync("examples/payloads").map((file) => ({
  file,
  eventType: file.split(".")[0]!.toUpperCase().replaceAll("-", "_") as EventType,
  text: readFileSync(`examples/payloads/${file}`, "utf8"),
}));

/** A body whose members a test reaches into without a check. */
// biome-ignore lint/suspicious/noExplicitAny: a test breaks bodies in places that no type allows
export type Body = any;

/** A fresh body of an example, to be broken in one place. */
export function exampleBody(name: string): Body {
  return JSON.parse(examples.find(({ file }) => file === `${name}.json`)!.text);
}
