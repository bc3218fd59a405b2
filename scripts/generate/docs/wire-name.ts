import type { EventDescription } from "../read/library.js";

/** What a table of events says of the body's `type`. */
export function printWireName({ wireNames, progress }: EventDescription): string {
  if (progress) return `the integration's name; \`progress\` is \`${progress}\``;
  return wireNames.map((name) => `\`${name}\``).join(" or ") || "none; the fields identify the event";
}
