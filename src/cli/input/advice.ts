import { isObject } from "../../json/object.js";

/** What to do with a line that is plainly no body; undefined for one that may be a broken body. */
export function adviceOnText(text: string): string | undefined {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return undefined;
  if (start.startsWith("<")) return "a web page, perhaps a proxy's error";
  if (/^[^{]*[,;\t]/.test(start) && (!start.includes("{") || start.includes('{""')))
    return "a table: write the column that holds the bodies as JSON lines";
  if (/\{\s*"/.test(start)) return "log lines: print the JSON in them alone, for example with grep -o '{.*}'";
  return undefined;
}

/** What to do with a JSON value that is plainly no body. */
export function adviceOnValue(value: unknown): string | undefined {
  if (isObject(value) && isObject(value.log) && Array.isArray(value.log.entries))
    return "a HAR file: print its bodies with jq '.log.entries[].request.postData.text | fromjson?'";
  return undefined;
}
