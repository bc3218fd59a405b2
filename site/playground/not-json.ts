import { faultOf } from "../../src/cli/input/place-of-fault.js";

/** What a text is that is not JSON, in words, and where it stops being JSON. */
export function notJson(text: string): { message: string; offset: number } {
  const start = text.trimStart();
  const fault = faultOf(text);
  const offset = fault ? offsetOf(text, fault.line, fault.column) : 0;
  if (start.startsWith("<"))
    return { message: "This is a web page, perhaps a proxy's error, and not JSON.", offset: 0 };
  if (/^curl\s/.test(start)) return { message: "This is a command. Paste only the body that it sends.", offset: 0 };
  if (/^[A-Z]+ \/\S* HTTP\//.test(start))
    return { message: "This is a whole request. Paste only its body.", offset: 0 };
  if (!fault) return { message: "This is not JSON, or nested too deeply.", offset };
  const next = text.slice(offset).match(/^\S{1,20}/)?.[0];
  return { message: `Not JSON: ${fault.reason}${next ? ` before ${next}` : " at the end"}.`, offset };
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = text.indexOf("\n", offset) + 1;
  return Math.min(offset + column - 1, text.length);
}
