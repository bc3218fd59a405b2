/** Compiles every mount and the page on receiving, and runs the mounts. */
import { join } from "node:path";
import { install, succeeds } from "../consumer.js";
import { snippetsOf, writeSnippets } from "../docs/snippets.js";

const folder = "test/frameworks";

install(folder);
writeSnippets(join(folder, "snippets"), snippetsOf("docs/receiving.md"));
const compiled = succeeds(process.execPath, [join(folder, "node_modules/typescript/bin/tsc"), "-p", folder]);
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", join(folder, "vitest.config.ts")];
process.exit(compiled && succeeds(process.execPath, vitest) ? 0 : 1);
