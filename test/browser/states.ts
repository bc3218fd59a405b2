import { exampleBody, jsonLines } from "./bodies.js";

const updated = exampleBody("fact-sheet-updated");
const viewed = exampleBody("fact-sheet-viewed");

/** What somebody enters into the playground, by the state that it shows then. */
export const states: Readonly<Record<string, string>> = {
  valid: JSON.stringify(updated),
  wrong: JSON.stringify({ ...updated, factSheet: { ...(updated.factSheet as object), rev: "27", type: null } }),
  unknown: JSON.stringify({ ...viewed, type: "FactSheetCreateEvent" }),
  guessed: JSON.stringify({ ...exampleBody("document-deleted"), documentId: 7 }),
  several: [viewed, viewed, {}, { ...viewed, factSheetId: 7 }, { ...viewed, id: 1 }]
    .map((body) => JSON.stringify(body))
    .join("\n"),
  "far right": JSON.stringify({ ...viewed, more: Array(300).fill("01234567"), factSheetId: 7 }),
  "not JSON": '{\n  "type": "FactSheetViewedEvent"\n  "id": 7\n}',
  "web page": "<html><body>502 Bad Gateway</body></html>",
  nested: JSON.stringify({ headers: { host: "example.com" }, body: JSON.stringify(updated) }),
  equal: Array(600).fill(jsonLines.split("\n")[2]).join("\n"),
  empty: "{}",
};
