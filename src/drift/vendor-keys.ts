/** Which keys of a body may be written: they look like the vendor's, and share no word with a text or number of the body. */

import { eventCatalog } from "../generated/catalog.js";
import { modelShapes } from "../generated/shapes.js";

const MAX_LENGTH = 60;

/** Shorter texts are too common to count as a match. */
const MIN_TEXT_LENGTH = 4;

/** A word is four letters or three digits. */
const words = /[A-Z]?[a-z]{3,}|[A-Z]{4,}|[a-zA-Z]{4,}|[0-9]{3,}/g;

/** Searching the whole body for each of more keys would not be linear. */
const MAX_SEARCHES = 200;

/** Tests whether a key looks like the vendor's and contains no text of the body. */
export function vendorKeys(body: readonly unknown[]): (key: string) => boolean {
  const known = new Map<string, boolean>();
  let texts: Texts | undefined;
  return (key) => {
    let isVendors = known.get(key);
    if (isVendors === undefined) {
      isVendors = /^[A-Za-z]\w*$/.test(key) && key.length <= MAX_LENGTH;
      if (isVendors) {
        texts ??= textsOf(body);
        isVendors =
          known.size < MAX_SEARCHES && !holdsText(key.toLowerCase(), texts.all) && !sharesWord(key, texts.joined);
      }
      known.set(key, isVendors);
    }
    return isVendors;
  };
}

interface Texts {
  /** Texts and numbers, in lower case. */
  all: ReadonlySet<string>;
  joined: string;
}

/** What a body holds. Without recursion, because a body can be nested deeper than the stack. */
function textsOf(body: readonly unknown[]): Texts {
  const values = new Set(body);
  const all = new Set<string>();
  // A Set iterates items that are added during iteration.
  for (const value of values) {
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) values.add(part);
    else if (typeof value === "number") all.add(String(value));
    else if (typeof value === "string" && !schemaTexts.has(value)) all.add(value.toLowerCase());
  }
  return { all, joined: [...all].join("\n") };
}

/** Whether a text of the body stands in a key. */
function holdsText(key: string, texts: ReadonlySet<string>): boolean {
  for (let from = 0; from + MIN_TEXT_LENGTH <= key.length; from++)
    for (let to = from + MIN_TEXT_LENGTH; to <= key.length; to++) if (texts.has(key.slice(from, to))) return true;
  return false;
}

/** Whether a word of a key stands in a text of the body. */
function sharesWord(key: string, joined: string): boolean {
  return (key.match(words) ?? []).some((word) => joined.includes(word.toLowerCase()));
}

/** Texts that stand in the schemas, such as `FactSheetUpdatedEvent`: they are nobody's own. */
export const schemaTexts: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...Object.values(eventCatalog).flatMap(({ wireNames, tags = [] }) => [...wireNames, ...tags]),
  ...Object.values(modelShapes).flatMap(textsOfShape),
]);

function textsOfShape(shape: unknown): string[] {
  if (typeof shape !== "object" || shape === null) return [];
  return Object.entries(shape).flatMap(([key, part]) =>
    key === "members" ? Object.keys(part) : key === "known" || key === "literal" ? part : textsOfShape(part),
  );
}
