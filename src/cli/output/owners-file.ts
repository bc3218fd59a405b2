import { open, rm } from "node:fs/promises";
import { UsageError } from "./terminal.js";

/** A new file that only its owner can read. */
export interface OwnersFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  /** Closes and removes it: half of what was asked for must not look like the whole. */
  discard(): Promise<void>;
}

export async function createOwnersFile(path: string): Promise<OwnersFile> {
  const handle = await open(path, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EEXIST" ? new UsageError(`${path}: exists already`) : error;
  });
  return {
    write: (text) => handle.appendFile(text),
    close: () => handle.close(),
    discard: async () => {
      await handle.close();
      await rm(path);
    },
  };
}
