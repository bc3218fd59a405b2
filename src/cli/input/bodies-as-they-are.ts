import { collector } from "../../receiver/body.js";
import { MAX_BYTES } from "../../receiver/options.js";
import { bodiesOf, type SourcedBody } from "./bodies-of.js";

/** Bodies with their original text. A file with one body is sent byte for byte, as a delivery was recorded. */
export async function* bodiesAsTheyAre(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<SourcedBody[]> {
  const whole = collector(MAX_BYTES);
  let only: SourcedBody[] = [];
  let bodies = 0;
  for await (const found of bodiesOf(collecting(chunks, whole), name)) {
    bodies += found.length;
    if (bodies === 1) {
      only = found;
      continue;
    }
    yield [...only, ...found];
    only = [];
  }
  if (bodies === 1) yield only.map((body) => withText(body, whole.read().body));
}

async function* collecting(
  chunks: AsyncIterable<Uint8Array>,
  whole: ReturnType<typeof collector>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    whole.add(chunk);
    yield chunk;
  }
}

/** Items of an array are re-serialized; above the limit only surrounding whitespace is lost. */
function withText(sourced: SourcedBody, bytes: unknown): SourcedBody {
  const isWhole = sourced.unreadable === undefined && sourced.text !== undefined && bytes instanceof Uint8Array;
  return isWhole ? { ...sourced, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) } : sourced;
}
