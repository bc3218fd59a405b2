/** Compiles and runs the snippets of the page on the ecosystem and of those on gateways, and the tools that read the documents. */
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { install, succeeds } from "../consumer.js";
import { type Snippet, snippetsOf, writeSnippets } from "../docs/snippets.js";

const folder = "test/ecosystem";
const documents = join(folder, "documents");

const gateways = readdirSync("docs/gateways").map((page) => join("docs/gateways", page));
const snippets = ["docs/ecosystem.md", ...gateways].flatMap(snippetsOf);
const readsDocuments = ({ code }: Snippet) => code.includes("@asyncapi/");

install(folder);
writeSnippets(
  join(folder, "snippets"),
  snippets.filter((snippet) => !readsDocuments(snippet)),
);
run(folder, "validators.test.ts");

// Apart, for its size: 250 MB, most of them Modelina's.
install(documents);
cpSync("schemas", join(documents, "node_modules/leanix-webhook-events/schemas"), { recursive: true });
writeSnippets(join(documents, "snippets"), snippets.filter(readsDocuments));
run(documents, "documents.test.ts");

function run(packages: string, test: string): void {
  const compiled = succeeds(process.execPath, [join(packages, "node_modules/typescript/bin/tsc"), "-p", packages]);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", test, "--config", join(folder, "vitest.config.ts")];
  if (!compiled || !succeeds(process.execPath, vitest)) process.exit(1);
}
