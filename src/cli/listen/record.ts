import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { kebabCase } from "../../catalog/names.js";

/** Writes a body to a file of its own, which nobody else can read and which is there whole or not at all. Returns why not. */
export async function record(
  folder: string,
  delivery: number,
  body: Uint8Array,
  event: string,
): Promise<string | undefined> {
  const file = join(folder, fileName(new Date(), delivery, event));
  const unfinished = `${file}.part`;
  try {
    await writeFile(unfinished, body, { flag: "wx", mode: 0o600 });
    await rename(unfinished, file);
    return undefined;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    return (error as Error).message;
  }
}

/** Sorts as the deliveries came, and has no character that Windows does not take. */
export function fileName(time: Date, delivery: number, event: string): string {
  const stamp = time.toISOString().replaceAll(/[-:.]/g, "");
  return `${stamp}-${String(delivery).padStart(4, "0")}-${kebabCase(event)}.json`;
}
