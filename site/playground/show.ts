import { eventCatalog } from "../../src/catalog/catalog.js";
import { kebabCase } from "../../src/catalog/names.js";
import type { EventType } from "../../src/generated/types.js";
import type { About } from "./about.js";
import { byId, copyButton, element, scrollable } from "./elements.js";
import { makers } from "./give-away.js";
import type { Excerpt } from "./place.js";
import { treeOf } from "./tree.js";
import type { Said, Shown } from "./verdict.js";
import type { Answer } from "./worker.js";

const results = { ok: ["✓", "Valid"], unknown: ["?", "Unknown"], refused: ["✕", "Refused"] } as const;

/** What a card does with the text area. */
export interface Actions {
  /** Reads another text. */
  put(text: string): void;
  /** Selects a place of the text that is read. */
  select(excerpt: Excerpt): void;
}

/** Says how the reading goes; what was read before goes away, or stays greyed until it is replaced. */
export function say(text: string, { keep = false } = {}): void {
  byId("summary").textContent = text;
  byId("result").classList.toggle("stale", keep);
  if (!keep) byId("result").replaceChildren();
}

/** Shows what the worker found. */
export function show(answer: Answer, actions: Actions): void {
  const { verdicts, drift, confirmed } = answer;
  say(summaryOf(answer));
  const isRead = verdicts.some(({ form, result }) => form !== "not readable" && result !== "refused");
  byId("result").append(
    ...verdicts.map((verdict) => showVerdict(verdict, answer.bodies > 1, actions)),
    ...(isRead ? [showDrift(drift, confirmed)] : []),
  );
}

/** The counts, and the first thing that is wrong: a screen reader says it. */
function summaryOf({ bodies, counts, verdicts, duplicates, outdated }: Answer): string {
  if (bodies === 0) return "No body in it.";
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([result, count]) => `${count} ${result === "ok" ? "valid" : result}`);
  const repeats = [
    duplicates > 0 && `${duplicates} came before, by their delivery key.`,
    outdated > 0 && `${outdated} older than another of them.`,
  ].filter(Boolean);
  const first = verdicts[0]?.result === "ok" ? "" : (verdicts[0]?.said[0]?.message ?? "");
  return [`${bodies} ${bodies === 1 ? "body" : "bodies"}: ${parts.join(", ")}.`, ...repeats, first].join(" ").trim();
}

function showVerdict(verdict: Shown, isOneOfMany: boolean, actions: Actions): HTMLElement {
  const { result, event, evidence, form, source, said, inner, about, text, others } = verdict;
  const [sign, word] = results[result];
  const icon = element("span", sign);
  icon.ariaHidden = "true";
  const badge = element("span", icon, ` ${word}`);
  badge.className = "badge";
  const facts: [string, string][] = [
    ...(isOneOfMany ? [["where", [source, ...(others ?? [])].join(" · ")] as [string, string]] : []),
    ...(evidence ? [["evidence", evidence] as [string, string]] : []),
    ["form", form],
  ];
  const open = inner === undefined ? [] : [button("Read the inner body", () => actions.put(inner))];
  const card = element(
    "article",
    element("h3", badge, " ", ...(event === "UNKNOWN" ? [] : [pageOf(event)])),
    ...(event === "UNKNOWN" ? [] : [element("p", eventCatalog[event].description)]),
    ...said.flatMap((one) => showSaid(one, actions)),
    ...open,
    listOf([...facts, ...(about?.rows ?? [])]),
    ...(about && about.values.length > 0 ? [showValues(about)] : []),
    ...(event !== "UNKNOWN" && text !== undefined ? [showTree(event, text), showGiveAway(event, text)] : []),
  );
  card.className = result;
  return card;
}

function showSaid({ message, excerpt }: Said, actions: Actions): HTMLElement[] {
  return [element("p", message), ...(excerpt ? [showExcerpt(excerpt, actions)] : [])];
}

function listOf(rows: [string, string][]): HTMLElement {
  return element("dl", ...rows.flatMap(([key, value]) => [element("dt", key), element("dd", value)]));
}

function showValues({ values }: About): HTMLElement {
  return element("details", element("summary", `Values of ${values.length} fields`), listOf(values));
}

function pageOf(event: string): HTMLAnchorElement {
  const link = element("a", event);
  link.href = `../events/${kebabCase(event)}.html`;
  return link;
}

function showExcerpt(excerpt: Excerpt, actions: Actions): HTMLElement {
  const { line, column, before, marked, after, isFormatted } = excerpt;
  const place = `Line ${line}, column ${column}`;
  const mark = element("mark", marked);
  const pre = scrollable(place, before, mark, after);
  // The marked place is in sight, however long its line is.
  requestAnimationFrame(() => {
    const right = mark.offsetLeft + Math.min(mark.offsetWidth, 200);
    if (right > pre.clientWidth) pre.scrollLeft = right - pre.clientWidth / 2;
    if (mark.offsetTop > pre.clientHeight) pre.scrollTop = mark.offsetTop - pre.clientHeight / 2;
  });
  const caption = element(
    "figcaption",
    button(place, () => actions.select(excerpt)),
    isFormatted ? " (formatted here)" : "",
  );
  return element("figure", caption, pre);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element("button", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

const columns = ["event", "kind", "path", "seen"] as const;

function showDrift(drift: Answer["drift"], confirmed: Answer["confirmed"]): HTMLElement {
  const heading = element("h3", "Differences from the schemas");
  const all = [...drift, ...confirmed];
  const report = () => JSON.stringify(all, null, 2);
  return element(
    "section",
    heading,
    drift.length > 0 ? tableOf(drift) : element("p", "None: every field is in the schemas."),
    ...(confirmed.length > 0 ? [showConfirmed(confirmed)] : []),
    ...(all.length > 0 ? [copyButton("Copy the drift report", report)] : []),
  );
}

function showConfirmed(confirmed: Answer["confirmed"]): HTMLElement {
  const what = confirmed.length === 1 ? "1 field confirmed" : `${confirmed.length} fields confirmed`;
  return element(
    "details",
    element("summary", `${what}: no body of them was published. Help us publish this`),
    tableOf(confirmed),
  );
}

function tableOf(findings: Answer["drift"]): HTMLElement {
  const head = element("tr", ...columns.map((column) => element("th", column)));
  const rows = findings.map((finding) =>
    element(
      "tr",
      ...columns.map((column) => {
        const cell = element("td", finding[column] || "body");
        cell.dataset.label = column;
        return cell;
      }),
    ),
  );
  return element("table", element("thead", head), element("tbody", ...rows));
}

function showTree(event: EventType, text: string): HTMLElement {
  const details = element("details", element("summary", "Every field, with what it means"));
  details.addEventListener("toggle", async () => details.append(await treeOf(payloadIn(text), event)), { once: true });
  return details;
}

/** Wrapped bodies are shown from their payload on: the sentences are those of the event's schema. */
function payloadIn(text: string): unknown {
  const body = JSON.parse(text) as { payload?: unknown; type?: unknown };
  return typeof body.payload === "object" && body.payload !== null ? body.payload : body;
}

function showGiveAway(event: EventType, text: string): HTMLElement {
  const names = Object.keys(makers);
  const pre = scrollable("Code to take along");
  let shown = "";
  const buttons = names.map((name) => button(name, () => choose(name)));
  const details = element(
    "details",
    element("summary", "Take it along: TypeScript, zod, JSON Schema, a test, curl, send"),
  );
  details.addEventListener("toggle", () => choose(names[0]!), { once: true });
  const tabs = element("div", ...buttons);
  tabs.className = "chips";
  details.append(
    tabs,
    copyButton("Copy", () => shown),
    pre,
  );
  return details;

  async function choose(name: string): Promise<void> {
    shown = await makers[name]!(event, text);
    pre.textContent = shown;
    pre.setAttribute("aria-label", `${name} of ${event}`);
    for (const one of buttons) one.ariaPressed = String(one.textContent === name);
  }
}
