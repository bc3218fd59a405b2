import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { kebabCase } from "../../catalog/names.js";

/** Writes a body to a file of its own, which nobody else can read. Returns why not, if it cannot. */
export async function record(
  folder: string,
  delivery: number,
  body: Uint8Array,
  event: string,
): Promise<string | undefined> {
  try {
    const file = join(folder, fileName(new Date(), delivery, event));
    await writeFile(file, body, { flag: "wx", mode: 0o600 });
    return undefined;
  } catch (error) {
    return `not recorded: ${(error as Error).message}`;
  }
}

/** Sorts as the deliveries came, and has no character that Windows does not take. */
export function fileName(time: Date, delivery: number, event: string): string {
  const stamp = time.toISOString().replaceAll(/[-:.]/g, "");
  return `${stamp}-${String(delivery).padStart(4, "0")}-${kebabCase(event)}.json`;
}
