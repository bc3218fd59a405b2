import type { Answer } from "../read/worker.js";
import type { Actions } from "./actions.js";
import { showCard } from "./card.js";
import { showDrift } from "./drift.js";
import { byId, classed, element } from "./elements.js";
import { showTimeline } from "./timeline.js";

/** Says how the reading goes; what was read before goes away, or stays greyed until it is replaced. */
export function say(text: string, { keep = false } = {}): void {
  byId("summary").replaceChildren(text);
  byId("result").classList.toggle("stale", keep);
  if (!keep) byId("result").replaceChildren();
}

/** Shows what the worker found. */
export function show(answer: Answer, actions: Actions): void {
  const { verdicts, timeline, drift } = answer;
  say(summaryOf(answer));
  const first = verdicts[0]?.result === "ok" ? undefined : verdicts[0]?.said[0]?.message;
  // A screen reader says it; others see it below.
  if (first !== undefined) byId("summary").append(classed("spoken", element("span", ` ${first}`)));
  byId("result").append(
    ...verdicts.map((verdict) => showCard(verdict, { actions, isOneOfMany: answer.bodies > 1 })),
    ...(timeline ? [showTimeline(timeline, actions)] : []),
    ...(drift ? [showDrift(drift)] : []),
  );
}

function summaryOf({ bodies, counts, timeline }: Answer): string {
  if (bodies === 0) return "No body in it.";
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([result, count]) => `${count} ${result === "ok" ? "valid" : result}`);
  const { duplicates = 0, outdated = 0 } = timeline ?? {};
  const repeats = [
    duplicates > 0 && `${duplicates} came before (same delivery key).`,
    outdated > 0 && `${outdated} outdated (a newer position came first).`,
  ].filter(Boolean);
  return [`${bodies} ${bodies === 1 ? "body" : "bodies"}: ${parts.join(", ")}.`, ...repeats].join(" ");
}
