/** What the page shows before anybody pastes something: one body of each kind, as LeanIX sends them, on one line. */
import updated from "../../examples/payloads/fact-sheet-updated.json";
import viewed from "../../examples/payloads/fact-sheet-viewed.json";

const wrong = structuredClone(updated) as unknown as {
  factSheet: { relations: { toId: unknown }[]; displayName: unknown };
};
wrong.factSheet.displayName = null;
wrong.factSheet.relations[0]!.toId = 4711;

const several = [
  viewed,
  viewed,
  {},
  { type: "FactSheetCreateEvent" },
  { ...viewed, id: viewed.id + 1, factSheetId: 7 },
];

export const samples: Readonly<Record<string, string>> = {
  wrong: JSON.stringify(wrong),
  valid: JSON.stringify(viewed),
  unknown: JSON.stringify({ ...viewed, type: "FactSheetCreateEvent" }),
  several: several.map((body) => JSON.stringify(body)).join("\n"),
};
