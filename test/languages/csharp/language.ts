import { readdirSync } from "node:fs";
import { join } from "node:path";
import { absentIsNull, invalid, ownKeysLost } from "../harness/known-differences.js";
import type { Language } from "../harness/language.js";

const library = "/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll";
// What Mono's compiler and library read: C# 6 and Newtonsoft.Json.
const options = ["--framework", "NewtonSoft", "--csharp-version", "6"];

export const csharp: Language = {
  name: "C#",
  folder: "csharp",
  toolchain: { mcs: ["mcs", "--version"], mono: ["mono", "--version"], "Newtonsoft.Json": ["test", "-f", library] },
  prepare({ run, quicktype, work }) {
    quicktype("csharp", "2020-12", "types/{type}.cs", "--namespace", "QuickType.{module}", ...options);
    quicktype("csharp", "2020-12", "page/{type}.cs", "--namespace", "QuickType", ...options);
    const compile = (program: string, ...sources: string[]) =>
      run("mcs", `-out:${program}.exe`, `-r:${library}`, `${program}.cs`, ...sources);
    compile("RoundTrip", ...readdirSync(join(work, "types")).map((file) => `types/${file}`));
    compile("Receive", "page/FactSheetCreatedPayload.cs");
    run("cp", library, ".");
  },
  types: ({ pinned, examples }) => [
    {
      tool: "quicktype",
      version: pinned("../javascript/package.json", "quicktype"),
      folders: { "2020-12": "types" },
      roundTrip: ["mono", "RoundTrip.exe", examples],
      knownDifferences: [
        ownKeysLost,
        { ...absentIsNull, why: "a field that is not set is null, and one that may be null is written" },
        { ...invalid, why: "the schema takes no null where it lets a field be absent" },
        {
          what: "a body with a null in place of a text of a minimum length is not read",
          why: "its converter for `minLength` asks null for its length",
          matches: / comes back "not read: Object reference not set/,
        },
      ],
    },
  ],
  page: { page: "csharp.md", source: "Receive.cs", command: ["mono", "Receive.exe"] },
};
