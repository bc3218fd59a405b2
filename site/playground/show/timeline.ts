import type { Moment, Timeline } from "../read/timeline.js";
import type { Actions } from "./actions.js";
import { badgeOf, contentOf } from "./card.js";
import { classed, element, folded } from "./elements.js";

/** Bodies by the time at which they happened; each can be opened. */
export function showTimeline({ moments, more }: Timeline, actions: Actions): HTMLElement {
  const rows = moments.map((moment) => element("li", showMoment(moment, moments, actions)));
  return element(
    "section",
    element("h3", "Timeline"),
    classed("timeline", element("ol", ...rows)),
    ...(more > 0 ? [element("p", `${more} more.`)] : []),
  );
}

function showMoment({ shown, createdAt, remark, previous }: Moment, moments: Moment[], actions: Actions): HTMLElement {
  const { result, event, source, about } = shown;
  const [factSheet] = about?.factSheets ?? [];
  const what = [event === "UNKNOWN" ? "" : event, factSheet?.displayName, source].filter(Boolean).join(" · ");
  const summary = element(
    "span",
    badgeOf(result),
    " ",
    classed("time", element("time", createdAt?.replace("T", " ").slice(0, 19) ?? "no time")),
    ` ${what}`,
    ...(remark ? [" ", classed("remark", element("span", remark))] : []),
  );
  const before = previous === undefined ? undefined : moments[previous]!.shown;
  return folded(summary, () => contentOf(shown, { actions, isOneOfMany: true, ...(before && { previous: before }) }));
}
