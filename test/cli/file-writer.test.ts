import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fileWriter } from "../../src/cli/output/file-writer.js";
import { folderOf } from "./folder.js";

const folder = folderOf({ "read-only.txt": "" });

test("all that is given is in the file", async () => {
  const file = openSync(folder("a.txt"), "w");
  const writer = fileWriter(file);

  writer.write("größer\n");
  writer.end("x");
  await once(writer, "finish");

  closeSync(file);
  expect(readFileSync(folder("a.txt"), "utf8")).toBe("größer\nx");
});

test("what cannot be written is an error", async () => {
  const file = openSync(folder("read-only.txt"), "r");
  const writer = fileWriter(file);

  writer.write("x");
  const [error] = await once(writer, "error");

  closeSync(file);
  expect(error).toMatchObject({ syscall: "write" });
});
