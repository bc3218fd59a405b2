import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { eventTypes } from "../../../src/index.js";
import { examplesFile } from "./examples.js";
import type { Context, Language } from "./language.js";
import { eventOf, eventSchemas, schemasOf, workRoot } from "./schemas.js";

/** What was installed or compiled for an earlier run; the rest of a work folder is made anew. */
const kept = ["node_modules", ".venv", "target"];

export function contextOf({ folder }: Language): Context {
  const source = join("test/languages", folder);
  const work = join(workRoot, folder);
  mkdirSync(work, { recursive: true });
  for (const name of readdirSync(work))
    if (!kept.includes(name)) rmSync(join(work, name), { recursive: true, force: true });
  if (existsSync(source)) cpSync(source, work, { recursive: true });
  return {
    work,
    events: eventTypes.map(eventOf),
    examples: examplesFile,
    run: (...command) => runIn(work, command),
    runOn: (input, ...command) => runIn(work, command, input),
    quicktype: (language, dialect, file, ...options) =>
      runIn(join(workRoot, "javascript"), [
        ...["node", "quicktype.mjs", language, eventSchemas(dialect), join(work, file)],
        ...options,
      ]),
    copyPageSchema: (dialect, file = "fact-sheet-created.json") =>
      cpSync(join(schemasOf(dialect), "fact-sheet-created.json"), join(work, file)),
    pinned: (manifest, name) => {
      const text = `\n${readFileSync(join(source, manifest), "utf8")}`;
      return text.slice(text.indexOf(name) + name.length).match(/[0-9]+\.[0-9]+[\w.-]*/)![0];
    },
  };
}

function runIn(work: string, [command, ...options]: string[], input = ""): string {
  const { status, stdout, stderr, error } = spawnSync(command!, options, {
    cwd: work,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout;
  const said = error?.message ?? `${stdout.slice(-1500)}\n${stderr.slice(-3000)}`;
  throw new Error(`${command} ${options.slice(0, 3).join(" ")}: ${said}`);
}
