import { isAscii, isUtf8 } from "node:buffer";
import { bodyOf, sizes } from "./bodies.js";
import { type LoadedEntrant, libraryId } from "./contenders.js";
import { type Cost, effortOf, paired, type Tasks } from "./paired.js";

export interface Bytes {
  label: string;
  script: string;
  /** Bytes to value, over `JSON.parse` of the text. */
  costs: Record<string, Cost>;
}

type Decode = (bytes: Buffer) => string;

const fatal = new TextDecoder("utf-8", { fatal: true });
const scripts = { ASCII: undefined, "with umlauts": "Größe der Häfen", "with Japanese": "港のコンテナ" };

/** Ways to a text that refuse what is not UTF-8 and skip a byte order mark. */
const strategies: Record<string, Decode> = {
  "TextDecoder, fatal": (bytes) => fatal.decode(bytes),
  "isUtf8, then toString": (bytes) => {
    if (!isUtf8(bytes)) throw new TypeError("not UTF-8");
    const text = bytes.toString("utf8");
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  },
  "latin1 if isAscii, else TextDecoder": (bytes) => (isAscii(bytes) ? bytes.toString("latin1") : fatal.decode(bytes)),
};

export function measureBytes(entrants: LoadedEntrant[]): Bytes[] {
  const { parse } = entrants.find(({ id }) => id === libraryId)!;
  // Types say text, since that is what the others take: this library takes bytes as well.
  const parseBytes = parse as (bytes: unknown) => unknown;
  for (const decode of Object.values(strategies)) assertCorrect(decode);
  return Object.entries(sizes).flatMap(([label, size]) =>
    Object.entries(scripts).map(([script, name]) => {
      const { text } = bodyOf(label, size, name);
      const bytes = Buffer.from(text);
      const tasks: Tasks = { [libraryId]: () => parseBytes(bytes) };
      for (const [id, decode] of Object.entries(strategies)) tasks[id] = () => JSON.parse(decode(bytes));
      return { label, script, costs: paired(() => JSON.parse(text), tasks, effortOf(size)) };
    }),
  );
}

export const strategyNames = Object.keys(strategies);

function assertCorrect(decode: Decode): void {
  const refuses = (bytes: number[]) => {
    try {
      decode(Buffer.from(bytes));
      return false;
    } catch {
      return true;
    }
  };
  const right =
    decode(Buffer.from("\uFEFF{}")) === "{}" &&
    decode(Buffer.from("Größe 港 😀")) === "Größe 港 😀" &&
    [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]].every(refuses);
  if (!right) throw new Error("a decoder is wrong");
}
