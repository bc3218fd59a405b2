/** Imports go one way through the rooms of `src`, and the entries hold exports only. CONTRIBUTING.md says what each room is for. */
import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** From the bottom up: a room imports from those above its own line, and rooms of one line know nothing of each other. */
const floors = [
  ["json"],
  ["catalog"],
  ["parse"],
  ["handle", "api"],
  ["receiver", "pull", "log", "drift", "testing", "zod"],
  ["cli"],
  ["entry"],
];

/** The rooms of generated files; that of any other is `zod`. The types are the words that all rooms share. */
const generated: Record<string, string> = {
  "types.ts": "words",
  "catalog.ts": "catalog",
  "checks.ts": "parse",
  "dispatch.ts": "parse",
  "field-checks.ts": "parse",
  "shapes.ts": "drift",
  "examples.ts": "handle",
};

const files = (readdirSync("src", { recursive: true }) as string[])
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `src/${file.replaceAll("\\", "/")}`);

function roomOf(file: string): string {
  const [, room = "", name = ""] = file.split("/");
  if (name === "") return "entry";
  if (room === "events") return "zod";
  return room === "generated" ? (generated[name] ?? "zod") : room;
}

function importsOf(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, "utf8"))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith(".") && name.endsWith(".js"))
    .map((name) =>
      normalize(join(file, "..", name))
        .replaceAll("\\", "/")
        .replace(/js$/, "ts"),
    );
}

test("imports go one way", () => {
  const floorOf = (file: string) => floors.findIndex((rooms) => rooms.includes(roomOf(file)));
  const wrong = files
    .filter((file) => roomOf(file) !== "words")
    .flatMap((file) => importsOf(file).map((imported) => ({ file, imported })))
    .filter(({ imported }) => roomOf(imported) !== "words")
    .filter(({ file, imported }) => roomOf(file) !== roomOf(imported) && floorOf(file) <= floorOf(imported));

  expect(wrong.map(({ file, imported }) => `${file} imports ${imported}`)).toEqual([]);
});

test("every file stands in a room that has its floor", () => {
  const known = [...floors.flat(), "words"];
  expect(files.filter((file) => !known.includes(roomOf(file)))).toEqual([]);
});

test("no file imports itself, directly or through others", () => {
  const graph = new Map(files.map((file) => [file, importsOf(file).filter((name) => roomOf(name) !== "words")]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    else if (!done.has(file)) {
      for (const imported of graph.get(file) ?? []) visit(imported, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);

  expect(cycles).toEqual([]);
});

test.each(files.filter((file) => roomOf(file) === "entry" && file !== "src/cli.ts"))(
  "%s holds exports only",
  (file) => {
    const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext);
    expect(statements.filter((statement) => !ts.isExportDeclaration(statement))).toEqual([]);
  },
);
