import type { DriftFinding } from "../../../src/drift.js";
import { classed, copyButton, element, folded, table } from "./elements.js";

/** The form of the project that takes reports; undefined until `repository` is set in package.json. */
declare const DRIFT_FORM: string | undefined;

const columns = ["event", "kind", "path", "seen"] as const;

/** What a body has beyond the schemas, and how to report it. */
export function showDrift(findings: DriftFinding[]): HTMLElement {
  const confirmed = findings.filter(({ kind }) => kind === "GUESSED_FIELD");
  const others = findings.filter(({ kind }) => kind !== "GUESSED_FIELD");
  return element(
    "section",
    element("h3", "Differences from the schemas"),
    others.length > 0 ? tableOf(others) : element("p", "None: every field is in the schemas."),
    ...(confirmed.length > 0 ? [showConfirmed(confirmed)] : []),
    ...(findings.length > 0 ? [showReport(findings)] : []),
  );
}

function showConfirmed(confirmed: DriftFinding[]): HTMLElement {
  const what = confirmed.length === 1 ? "1 field confirmed" : `${confirmed.length} fields confirmed`;
  return folded(`${what}: no body of them was published. Help us publish this`, () => [tableOf(confirmed)]);
}

function tableOf(findings: DriftFinding[]): HTMLElement {
  return table(
    [...columns],
    findings.map((finding) => columns.map((column) => finding[column] || "body")),
  );
}

/** The report holds no value; it leaves the browser only if a person pastes it somewhere. */
function showReport(findings: DriftFinding[]): HTMLElement {
  const copy = copyButton("Copy the drift report", () => JSON.stringify(findings, null, 2));
  const form = element("a", "the form for it");
  if (DRIFT_FORM) Object.assign(form, { href: DRIFT_FORM, target: "_blank", rel: "noreferrer" });
  const where = DRIFT_FORM ? form : "an issue of this project, with the version that you use";
  return classed("report", element("p", copy, " It names fields and types, no values. Paste it into ", where, "."));
}
