import { collector } from "../../receiver/body.js";
import { MAX_BYTES } from "../../receiver/options.js";
import { bodiesOf, type SourcedBody } from "./bodies.js";

/**
 * The bodies of a file or stream, each with its text as it stands there. Of a file with one body, that is all of the
 * file, so that a delivery that was recorded is sent byte by byte.
 */
export async function* bodiesAsTheyAre(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<SourcedBody> {
  const whole = collector(MAX_BYTES);
  let first: SourcedBody | undefined;
  let isOnly = true;
  for await (const sourced of bodiesOf(collecting(chunks, whole), name)) {
    if (!first) {
      first = sourced;
      continue;
    }
    if (isOnly) yield first;
    isOnly = false;
    yield sourced;
  }
  if (first && isOnly) yield withText(first, whole.read().body);
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

/** An item of an array stays what it is; of a body that is longer than any, only what is around it is lost. */
function withText(sourced: SourcedBody, bytes: unknown): SourcedBody {
  const isWhole = sourced.unreadable === undefined && sourced.text !== undefined && bytes instanceof Uint8Array;
  return isWhole ? { ...sourced, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) } : sourced;
}
