import { kebabCase } from "../../src/catalog/names.js";
import { schemaOf, typesOf } from "./declarations.js";
import { byId, element, scrollable } from "./elements.js";
import type { Excerpt } from "./place.js";
import type { Shown } from "./verdict.js";
import type { Answer } from "./worker.js";

const results = { ok: ["✓", "Valid"], unknown: ["?", "Unknown"], refused: ["✕", "Refused"] } as const;

/** Says how the reading goes; what was read before goes away. */
export function say(text: string): void {
  byId("summary").textContent = text;
  byId("result").replaceChildren();
}

/** Shows what the worker found. */
export function show({ bodies, counts, verdicts, drift }: Answer): void {
  const more = bodies > verdicts.length ? ` The first ${verdicts.length} are shown, refused ones first.` : "";
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([result, count]) => `${count} ${result === "ok" ? "valid" : result}`);
  say(bodies === 0 ? "No body in it." : `${bodies} ${bodies === 1 ? "body" : "bodies"}: ${parts.join(", ")}.${more}`);
  const events = new Set(verdicts.map(({ event }) => event).filter((event) => event !== "UNKNOWN"));
  const isRead = verdicts.some(({ form }) => form !== "not readable");
  byId("result").append(
    ...verdicts.map((verdict) => showVerdict(verdict, bodies > 1)),
    ...(isRead ? [showDrift(drift)] : []),
    ...[...events].map(showDeclarations),
  );
}

function showVerdict(
  { result, event, evidence, form, source, message, excerpt }: Shown,
  isOneOfMany: boolean,
): HTMLElement {
  const [sign, word] = results[result];
  const icon = element("span", sign);
  icon.ariaHidden = "true";
  const badge = element("span", icon, ` ${word}`);
  badge.className = "badge";
  const facts = { ...(isOneOfMany && { source }), ...(evidence && { evidence }), form };
  const list = element(
    "dl",
    ...Object.entries(facts).flatMap(([key, value]) => [element("dt", key), element("dd", value)]),
  );
  const card = element(
    "article",
    element("h3", badge, " ", ...(event === "UNKNOWN" ? [] : [pageOf(event)])),
    ...(message ? [element("p", message)] : []),
    ...(excerpt ? [showExcerpt(excerpt)] : []),
    list,
  );
  card.className = result;
  return card;
}

function pageOf(event: string): HTMLAnchorElement {
  const link = element("a", event);
  link.href = `../events/${kebabCase(event)}.html`;
  return link;
}

function showExcerpt({ line, column, before, marked, after }: Excerpt): HTMLElement {
  const place = `Line ${line}, column ${column}`;
  return element("figure", element("figcaption", place), scrollable(place, before, element("mark", marked), after));
}

const columns = ["event", "kind", "path", "seen"] as const;

function showDrift(drift: Answer["drift"]): HTMLElement {
  const heading = element("h3", "What no schema names");
  if (drift.length === 0) return element("section", heading, element("p", "Nothing: every field is in the schemas."));
  const head = element("tr", ...columns.map((column) => element("th", column)));
  const rows = drift.map((finding) =>
    element(
      "tr",
      ...columns.map((column) => {
        const cell = element("td", finding[column] || "body");
        cell.dataset.label = column;
        return cell;
      }),
    ),
  );
  return element("section", heading, element("table", element("thead", head), element("tbody", ...rows)));
}

function showDeclarations(event: string): HTMLElement {
  const schema = scrollable(`JSON Schema of ${event}`);
  const schemaDetails = element("details", element("summary", "JSON Schema"), schema);
  schemaDetails.addEventListener("toggle", async () => schema.append(await schemaOf(event)), { once: true });
  return element(
    "section",
    element("h3", event),
    element("details", element("summary", "TypeScript"), scrollable(`Types of ${event}`, typesOf(event))),
    schemaDetails,
  );
}
