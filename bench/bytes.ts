import { factSheet } from "./bodies.js";
import { type LoadedEntrant, libraryId } from "./contenders.js";
import { type Cost, costsAgainst, effortOf } from "./timing.js";

export interface Bytes {
  label: string;
  script: string;
  /** Bytes to event, over `JSON.parse` of the text. */
  event: Cost;
  /** Bytes to value: decoded and parsed, and not checked. */
  decoded: Cost;
}

const sizes = { "8 kB": 8e3, "250 kB": 250e3, "18 MB": 18e6 };
const scripts = { ASCII: undefined, "with umlauts": "Größe der Häfen", "with Japanese": "港のコンテナ" };

export function measureBytes(entrants: LoadedEntrant[]): Bytes[] {
  const { parse } = entrants.find(({ id }) => id === libraryId)!;
  // Types say text, because that is what the others take: this library takes bytes as well.
  const parseBytes = parse as (bytes: unknown) => unknown;
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  return Object.entries(sizes).flatMap(([label, size]) =>
    Object.entries(scripts).map(([script, name]) => {
      const text = named(factSheet(size), name);
      const bytes = Buffer.from(text);
      const tasks = { event: () => parseBytes(bytes), decoded: () => JSON.parse(utf8.decode(bytes)) };
      const { event, decoded } = costsAgainst(() => JSON.parse(text), tasks, effortOf(size));
      return { label, script, event: event!, decoded: decoded! };
    }),
  );
}

/** The same body, with every display name in another script. */
function named(text: string, name: string | undefined): string {
  if (name === undefined) return text;
  return JSON.stringify(JSON.parse(text, (key, value) => (key.startsWith("displayName") ? name : value)));
}
