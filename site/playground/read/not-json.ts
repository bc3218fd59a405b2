import { adviceOnText } from "../../../src/cli/input/advice.js";
import { faultOf } from "../../../src/cli/input/place-of-fault.js";
import { isRequest } from "./read-bodies.js";

/** What a text is that is not JSON, in words, and where it stops being JSON. */
export function notJson(text: string): { message: string; offset: number } {
  if (isRequest(text)) return { message: "This is a whole request. Read only its body.", offset: 0 };
  if (/^\s*curl\s/.test(text)) return { message: "This is a command. Paste only the body that it sends.", offset: 0 };
  const advice = adviceOnText(text);
  if (advice !== undefined) return { message: `Not JSON, but ${advice}.`, offset: 0 };
  const fault = faultOf(text);
  if (!fault) return { message: "This is not JSON, or nested too deeply.", offset: 0 };
  const offset = offsetOf(text, fault.line, fault.column);
  const next = text.slice(offset).match(/^"[^"\n]{0,20}"|^\S{1,20}/)?.[0];
  return { message: `Not JSON: ${fault.reason}${next ? ` before ${next}` : " at the end"}.`, offset };
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = text.indexOf("\n", offset) + 1;
  return Math.min(offset + column - 1, text.length);
}
