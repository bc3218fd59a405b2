/** What the user may not read. Root may read everything, so the system's refusal is played. */
import { sep } from "node:path";
import { expect, test, vi } from "vitest";
import { exampleBody } from "../examples.js";
import { folderOf } from "./folder.js";
import { cli, lines } from "./run.js";

vi.mock("node:fs/promises", async (original) => {
  const fs = await original<typeof import("node:fs/promises")>();
  const readdir = (path: string, options: { withFileTypes: true }) => {
    if (path.endsWith("locked")) throw Object.assign(new Error(), { code: "EACCES", syscall: "scandir" });
    return fs.readdir(path, options);
  };
  return { ...fs, readdir };
});

const text = JSON.stringify(exampleBody("fact-sheet-viewed"));

test("a folder that may not be read, in a folder or named, is a refused row, and the rest is read", async () => {
  const folder = folderOf({ "all/a/1.json": text, "all/locked/2.json": text, "all/z/3.json": text });

  const { code, output, errors } = await cli(["validate", folder("all"), folder("all", "locked")]);

  expect([code, errors]).toEqual([1, ""]);
  expect(
    lines(output).map((line) =>
      line
        .split(/ {2,}/)
        .at(-1)!
        .replace(`${folder("all")}${sep}`, ""),
    ),
  ).toEqual([
    ["a", "1.json"].join(sep),
    "locked: cannot be read (EACCES)",
    ["z", "3.json"].join(sep),
    "locked: cannot be read (EACCES)",
    "2 ok, 0 unknown, 2 refused",
  ]);
});

test("a named file that cannot be read to its end is a refused row", async () => {
  const folder = folderOf({ "a.json": text });
  async function* failing() {
    yield Buffer.from(`${text}\n{`);
    throw Object.assign(new Error(), { code: "EIO", syscall: "read" });
  }

  const { code, output } = await cli(["validate", "-", folder("a.json")], { input: failing() as never });

  expect(code).toBe(1);
  expect(lines(output).map((line) => line.split(/ {2,}/).at(-1))).toEqual([
    "-",
    "-: cannot be read (EIO)",
    folder("a.json"),
    "2 ok, 0 unknown, 1 refused",
  ]);
});
