import type { EventType } from "../../../src/generated/types.js";
import { makersOf } from "../take-along/makers.js";
import type { Actions } from "./actions.js";
import { button, classed, copyButton, element, folded, scrollable } from "./elements.js";

/** Code and commands for a body, on tabs. */
export function showTakeAlong(event: EventType | "UNKNOWN", text: string, { view }: Actions): HTMLElement {
  const makers = makersOf(event);
  const names = Object.keys(makers);
  const pre = scrollable("Code to take along");
  const buttons = names.map((name) => button(name, () => choose(name)));
  const copy = copyButton("Copy", () => pre.textContent ?? "");
  const asked = names.find((name) => name === view.get());
  const list = event === "UNKNOWN" ? names.join(", ") : "TypeScript, zod, JSON Schema, a test, curl, send";
  const details = folded(`Take it along: ${list}`, async () => {
    await choose(asked ?? names[0]!);
    return [classed("chips", element("div", ...buttons)), copy, pre];
  });
  if (asked !== undefined) details.open = true;
  return details;

  async function choose(name: string): Promise<void> {
    pre.textContent = await makers[name]!(event as EventType, text);
    pre.setAttribute("aria-label", `${name} of ${event}`);
    for (const one of buttons) one.ariaPressed = String(one.textContent === name);
    view.set(name);
  }
}
