import { readFileSync } from "node:fs";

export function exampleBody(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`examples/payloads/${name}.json`, "utf8"));
}

const viewed = exampleBody("fact-sheet-viewed");

export const withFault = JSON.stringify({ ...viewed, factSheetId: 7 }, null, 2);
export const withDrift = JSON.stringify({ ...viewed, viewedFrom: "inventory" }, null, 2);
export const wrapped = JSON.stringify({ id: "e", payload: { ...viewed, factSheetId: 7 } }, null, 2);
export const jsonLines = [viewed, {}, { ...viewed, factSheetId: 7 }].map((body) => JSON.stringify(body)).join("\n");

/** A valid body of 20 million characters and more, with a fault at its end. */
export function largeBody(): string {
  return JSON.stringify({ ...viewed, more: Array(2_000_000).fill("01234567"), factSheetId: 7 });
}
