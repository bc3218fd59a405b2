import { readFileSync } from "node:fs";

export function exampleBody(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`examples/payloads/${name}.json`, "utf8"));
}

const viewed = exampleBody("fact-sheet-viewed");

export const withFault = JSON.stringify({ ...viewed, factSheetId: 7 }, null, 2);
export const withDrift = JSON.stringify({ ...viewed, viewedFrom: "inventory" }, null, 2);
export const wrapped = JSON.stringify({ id: "e", payload: { ...viewed, factSheetId: 7 } }, null, 2);
export const jsonLines = [viewed, {}, { ...viewed, factSheetId: 7 }].map((body) => JSON.stringify(body)).join("\n");

/** What the command line reads beside one body: each is three bodies, the first valid, the second empty, the third refused. */
export const manyBodies: Record<string, string> = {
  "JSON lines": jsonLines,
  "an array": `[${jsonLines.replaceAll("\n", ",")}]`,
  "an answer to PULL": JSON.stringify({
    type: "PullResult",
    data: { events: [{ event: viewed }, { event: "{}" }, { event: { ...viewed, factSheetId: 7 } }] },
  }),
  "documents of many lines": [viewed, {}, { ...viewed, factSheetId: 7 }]
    .map((body) => JSON.stringify(body, null, 2))
    .join("\n\n"),
};

/** A line that was cut off, then a body. */
export const cutLine = `${JSON.stringify(viewed).slice(0, 40)}\n${JSON.stringify(viewed)}`;

/** A valid body of 20 million characters and more, with a fault at its end. */
export function largeBody(): string {
  return JSON.stringify({ ...viewed, more: Array(2_000_000).fill("01234567"), factSheetId: 7 });
}
