import type { Evidence } from "../../../src/zod/models/define.js";

/** What each grade of evidence means; worded here alone. */
export const evidenceMeanings: Readonly<Record<Evidence, string>> = {
  sample: "an example is published or a delivery was captured",
  partial: "code of the vendor reads some of its fields",
  inferred:
    "only the name is published; we assume the sibling's body with every field optional, and refuse none that differs",
};

/** All grades, for readers who see them beside events. */
export const evidenceGrades = [
  "Evidence is how well a body is known.",
  ...Object.entries(evidenceMeanings).map(([grade, meaning]) => `**${grade}**: ${meaning}.`),
].join(" ");
