import { eventCatalog } from "../../../src/catalog/catalog.js";
import { kebabCase } from "../../../src/catalog/names.js";
import { isObject } from "../../../src/json/object.js";
import type { About } from "../read/about.js";
import type { Excerpt } from "../read/place.js";
import type { Said, Shown } from "../read/verdict.js";
import { textNamed } from "../take-along/samples.js";
import type { Actions } from "./actions.js";
import { showComparison } from "./comparison.js";
import { button, classed, element, folded, scrollable } from "./elements.js";
import { showFactSheets } from "./fact-sheets.js";
import { showTakeAlong } from "./take-along.js";
import { treeOf } from "./tree.js";

const results = { ok: ["✓", "Valid"], unknown: ["?", "Unknown"], refused: ["✕", "Refused"] } as const;

export interface Around {
  actions: Actions;
  isOneOfMany: boolean;
  /** The delivery that came before. */
  previous?: Shown;
}

/** What a body is, what is wrong with it, and what a receiver answers. */
export function showCard(shown: Shown, around: Around): HTMLElement {
  const { result, event } = shown;
  const link = element("a", event);
  link.href = `../events/${kebabCase(event)}.html`;
  const heading = element("h3", badgeOf(result), " ", ...(event === "UNKNOWN" ? [] : [link]));
  return classed(result, element("article", heading, ...contentOf(shown, around)));
}

export function badgeOf(result: Shown["result"]): HTMLElement {
  const [sign, word] = results[result];
  const icon = element("span", sign);
  icon.ariaHidden = "true";
  return classed(`badge ${result}`, element("span", icon, ` ${word}`));
}

/** All that is said of a body below its name. */
export function contentOf(shown: Shown, { actions, isOneOfMany, previous }: Around): HTMLElement[] {
  const { event, form, source, others, said, inner, about, text } = shown;
  const where = [source, ...(others ?? [])].join(" · ");
  const rows: [string, string | Node][] = [
    ...(isOneOfMany ? [["where", where] as [string, string]] : []),
    ...(about && about.factSheets.length > 0
      ? [["fact sheet", showFactSheets(about.factSheets)] as [string, Node]]
      : []),
    ...(about?.rows ?? []),
    ["form", form],
  ];
  return [
    ...(event === "UNKNOWN" ? [] : [classed("hint", element("p", eventCatalog[event].description))]),
    ...said.flatMap((one) => showSaid(one, actions)),
    ...(inner === undefined ? [] : [button("Read the inner body", () => actions.put(inner))]),
    listOf(rows),
    ...(about && about.values.length > 0 ? [showValues(about)] : []),
    ...(text === undefined ? [] : showMore(shown, text, previous, actions)),
  ];
}

/** What is folded below a body that can be read. */
function showMore(
  { event, source }: Shown,
  text: string,
  previous: Shown | undefined,
  actions: Actions,
): HTMLElement[] {
  const before = previous?.text;
  if (event === "UNKNOWN") return [showTakeAlong(event, text, actions)];
  return [
    folded("Every field, with what it means", async () => [await treeOf(payloadIn(text), event)]),
    ...(before === undefined
      ? []
      : [
          folded(`Compare with the one before (${previous!.source})`, () => [
            showComparison([previous!.source, payloadIn(before)], [source, payloadIn(text)], { withValues: true }),
          ]),
        ]),
    folded("Compare with the event's example", async () => [
      showComparison(["example", JSON.parse((await textNamed(kebabCase(event)))!)], ["this body", payloadIn(text)], {
        withValues: false,
      }),
    ]),
    showTakeAlong(event, text, actions),
  ];
}

/** Wrapped bodies are shown from their payload on: the sentences are those of the event's schema. */
function payloadIn(text: string): unknown {
  const body = JSON.parse(text) as { payload?: unknown };
  return isObject(body.payload) ? body.payload : body;
}

function listOf(rows: [string, string | Node][]): HTMLElement {
  return element("dl", ...rows.flatMap(([key, value]) => [element("dt", key), element("dd", value)]));
}

function showValues({ values }: About): HTMLElement {
  return folded(`Values of ${values.length} ${values.length === 1 ? "field" : "fields"}`, () => [listOf(values)]);
}

function showSaid({ message, excerpt }: Said, actions: Actions): HTMLElement[] {
  return [classed("said", element("p", message)), ...(excerpt ? [showExcerpt(excerpt, actions)] : [])];
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
  const find = button(place, () => actions.select(excerpt));
  find.title = "Select it in the text";
  return element("figure", element("figcaption", find, isFormatted ? " (formatted here)" : ""), pre);
}
