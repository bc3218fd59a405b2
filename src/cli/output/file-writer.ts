import { writeSync } from "node:fs";
import { Writable } from "node:stream";

/** Writes to a file all that it is given, or fails. `process.stdout` takes a part for the whole if the disk fills up. */
export function fileWriter(descriptor: number): Writable {
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      try {
        for (let from = 0; from < chunk.length; ) from += writeSync(descriptor, chunk, from);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
