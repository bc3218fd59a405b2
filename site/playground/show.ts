import { eventTypes } from "../../src/index.js";
import { schemaOf, typesOf } from "./declarations.js";
import { byId, element, scrollable } from "./elements.js";
import type { Excerpt } from "./place.js";
import type { Verdict } from "./verdict.js";
import type { Answer } from "./worker.js";

/** Shows what the worker found. */
export function show({ bodies, counts, verdicts, drift }: Answer): void {
  const more = bodies > verdicts.length ? `, the first ${verdicts.length} shown` : "";
  byId("summary").textContent =
    `${bodies} ${bodies === 1 ? "body" : "bodies"}: ${counts.valid} valid, ${counts.unknown} unknown, ${counts.refused} refused${more}.`;
  const known = [...new Set(verdicts.map(({ event }) => event))].filter((event) =>
    (eventTypes as readonly string[]).includes(event),
  );
  byId("result").replaceChildren(...verdicts.map(showVerdict), showDrift(drift), ...known.map(showDeclarations));
}

function showVerdict({ line, result, event, evidence, form, message, excerpt }: Verdict): HTMLElement {
  const rows = Object.entries({ line, result, event, evidence: evidence ?? "–", form, message }).filter(
    ([, value]) => value !== undefined,
  );
  const list = element("dl", ...rows.flatMap(([key, value]) => [element("dt", key), element("dd", String(value))]));
  return element("div", list, ...(excerpt ? [showExcerpt(excerpt)] : []));
}

function showExcerpt({ line, column, before, marked, after }: Excerpt): HTMLElement {
  return scrollable(`Line ${line}, column ${column}`, before, element("mark", marked), after);
}

function showDrift(drift: Answer["drift"]): HTMLElement {
  const heading = element("h3", "What no schema names");
  if (drift.length === 0) return element("div", heading, element("p", "Nothing: all is as the schemas say."));
  const head = element("tr", ...["event", "kind", "path", "saw"].map((text) => element("th", text)));
  const rows = drift.map(({ event, kind, path, saw }) =>
    element("tr", ...[event, kind, path || "body", saw].map((text) => element("td", text))),
  );
  return element("div", heading, element("table", element("thead", head), element("tbody", ...rows)));
}

function showDeclarations(eventType: string): HTMLElement {
  const schema = scrollable(`JSON Schema of ${eventType}`);
  void schemaOf(eventType).then((text) => schema.append(text));
  return element(
    "div",
    element("h3", eventType),
    element("details", element("summary", "TypeScript"), scrollable(`Types of ${eventType}`, typesOf(eventType))),
    element("details", element("summary", "JSON Schema"), schema),
  );
}
