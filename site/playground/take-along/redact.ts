import { usualTimestamp } from "../../../src/drift/as-seen.js";
import { vendorNameOf } from "../../../src/drift/names.js";
import { knownKeys } from "../../../src/drift/seen.js";
import { schemaTexts, vendorKeys } from "../../../src/drift/vendor-keys.js";
import { safeParseWebhookEvent } from "../../../src/parse/parse.js";

/**
 * A body with its structure and without its values: ids become numbered, texts their length, times one and the same.
 * What stands in the schemas stays, and so do other keys and names that look like the vendor's.
 */
export function redacted(body: unknown): string {
  const ids = new Map<string, string>();
  const isVendorKey = vendorKeys([body]);
  const { data } = safeParseWebhookEvent(body);
  const eventName = data?.type === "UNKNOWN" ? vendorNameOf(data) : undefined;
  return JSON.stringify(hidden(body), null, 2);

  function hidden(value: unknown, key = ""): unknown {
    if (Array.isArray(value)) return value.map((item) => hidden(item, key));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, inner], index) => [keyOf(name, index), hidden(inner, name)]),
      );
    if (typeof value === "number") return Number.isInteger(value) ? 1 : 0.5;
    return typeof value === "string" ? hiddenText(value, key) : value;
  }

  function hiddenText(text: string, key: string): string {
    if (text === "" || text === eventName || schemaTexts.has(text)) return text;
    if (usualTimestamp.test(text)) return "2026-01-01T00:00:00Z";
    if (/^[0-9 TZ.,:/+-]{1,40}$/.test(text)) return text.replaceAll(/[0-9]/g, "9");
    if (/^[\w-]{20,}$/.test(text) || /id$/i.test(key)) {
      if (!ids.has(text)) ids.set(text, `id-${ids.size + 1}`);
      return ids.get(text)!;
    }
    return `text (${text.length})`;
  }

  function keyOf(name: string, index: number): string {
    return knownKeys.has(name) || isVendorKey(name) ? name : `key-${index + 1}`;
  }
}
