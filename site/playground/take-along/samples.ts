/** What the page shows before anybody pastes something: bodies as LeanIX sends them, each on one line. */
import updated from "../../../examples/payloads/fact-sheet-updated.json";
import minimal from "../../../examples/payloads/fact-sheet-updated.minimal.json";
import viewed from "../../../examples/payloads/fact-sheet-viewed.json";

const wrong = structuredClone(updated) as unknown as {
  factSheet: { relations: { toId: unknown }[]; displayName: unknown };
};
wrong.factSheet.displayName = null;
wrong.factSheet.relations[0]!.toId = 4711;

const updatedAt = (number: number, displayName: string) => ({
  ...minimal,
  id: minimal.id + number,
  createdAt: `2025-02-11T08:4${number}:00.000000Z`,
  transactionSequenceNumber: updated.transactionSequenceNumber + number,
  factSheet: { ...minimal.factSheet, rev: minimal.factSheet.rev + number, displayName },
});

/** One is repeated, one is older than the one before it, one is wrong, one unknown and one empty. */
const several = [
  updatedAt(1, "Tallyman"),
  updatedAt(3, "Tallyman Pro"),
  updatedAt(2, "Tallyman 2"),
  updatedAt(3, "Tallyman Pro"),
  { ...viewed, factSheetId: 7 },
  { ...viewed, type: "FactSheetCreateEvent" },
  {},
];

export const samples: Readonly<Record<string, string>> = {
  wrong: JSON.stringify(wrong),
  valid: JSON.stringify(viewed),
  unknown: JSON.stringify({ ...viewed, type: "FactSheetCreateEvent" }),
  several: several.map((body) => JSON.stringify(body)).join("\n"),
};

const examples = import.meta.glob<string>("../../../examples/payloads/*.json", { query: "?raw", import: "default" });

/** `fact-sheet-updated`, `fact-sheet-updated.minimal` and so on. */
export const exampleNames = Object.keys(examples).map((path) => path.replace(/^.*\/|\.json$/g, ""));

/** The text of a sample or an example; undefined if there is none of that name. */
export async function textNamed(name: string): Promise<string | undefined> {
  return samples[name] ?? (await examples[`../../../examples/payloads/${name}.json`]?.());
}
