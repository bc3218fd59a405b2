import { eventCatalog, eventTypes } from "../../src/catalog/catalog.js";

const names = new Set([...eventTypes, ...eventTypes.flatMap((type) => eventCatalog[type].wireNames)] as string[]);
/** Where the vendor's own words stand. */
const worded = new Set(["type", "status", "progress", "lxState", "pollResultEventType", "subscriptionType", "phase"]);

/** The body with its structure and without its values: ids become numbered, texts their length, times one and the same. */
export function redacted(body: unknown): string {
  const ids = new Map<string, string>();
  return JSON.stringify(hidden(body, ""), null, 2);

  function hidden(value: unknown, key: string): unknown {
    if (Array.isArray(value)) return value.map((item) => hidden(item, key));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, inner], index) => [keyOf(name, index), hidden(inner, name)]),
      );
    if (typeof value === "number") return Number.isInteger(value) ? 1 : 0.5;
    if (typeof value !== "string") return value;
    if (names.has(value) || (worded.has(key) && /^[A-Za-z]+(?:_[A-Z]+)*$/.test(value))) return value;
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return "2026-01-01T00:00:00Z";
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return "2026-01-01";
    if (/^[\w-]{20,}$/.test(value) || /id$/i.test(key)) {
      if (!ids.has(value)) ids.set(value, `id-${ids.size + 1}`);
      return ids.get(value);
    }
    return `text (${value.length})`;
  }
}

/** A key that does not look like the vendor's may be the workspace's own. */
function keyOf(name: string, index: number): string {
  return /^[A-Za-z]\w{0,59}$/.test(name) ? name : `key-${index + 1}`;
}
