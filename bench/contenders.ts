import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { eventTypes } from "../src/index.js";

/** What every module in `contenders/` exports. */
interface Contender {
  /** From the text to the event; throws for a body that is not valid. */
  parse(json: string): unknown;
  /** The same for a body that is parsed already, without the event. */
  accepts(body: unknown): boolean;
}

interface Entrant {
  id: string;
  name: string;
  from: string;
}

export interface LoadedEntrant extends Entrant, Contender {
  /** Programs that parse their first argument, with the packages left to Node and bundled into one file. */
  programs: { unbundled: string; bundled: string };
  /** The module itself, as a file that exports the contender. */
  module: string;
  /** Bytes of `parse`, bundled, minified and gzipped. */
  size: number;
}

export const baselineId = "json-parse";
export const libraryId = "leanix-webhook-events";

const events = `${eventTypes.length} events`;

const entrants: Entrant[] = [
  { id: baselineId, name: "JSON.parse alone", from: "no check" },
  { id: libraryId, name: "leanix-webhook-events", from: events },
  { id: "typebox", name: "typebox 1", from: `${events}, our JSON Schemas` },
  { id: "ajv", name: "ajv 8", from: `${events}, our JSON Schemas` },
  { id: "zod", name: "zod 4", from: `${events}, our zod schemas` },
  { id: "webhook-body-schema", name: "webhookBodySchema of /zod", from: `${events}, zod's interface` },
  { id: "zod-compiled", name: "zod 4, compiled", from: `${events}, our zod schemas, \`z.compile\`` },
];

const root = new URL("../", import.meta.url);
const outputs = new URL(".cache/bench/", root);
const path = (relative: string, base: URL = root) => fileURLToPath(new URL(relative, base));

/** Builds every contender the way that a user's program would be, and loads it. */
export async function loadEntrants(): Promise<LoadedEntrant[]> {
  await mkdir(outputs, { recursive: true });
  return Promise.all(entrants.map(load));
}

/** A program that does nothing: what Node itself costs. */
export async function bareProgram(): Promise<string> {
  const file = path("bare.mjs", outputs);
  await writeFile(file, "");
  return file;
}

async function load(entrant: Entrant): Promise<LoadedEntrant> {
  const source = JSON.stringify(`./bench/contenders/${entrant.id}.ts`);
  const program = `import { parse } from ${source}; parse(process.argv[2]);`;
  const file = (kind: string) => path(`${entrant.id}.${kind}.mjs`, outputs);
  await emit(`export * from ${source};`, { outfile: file("module"), ...unbundled });
  await emit(program, { outfile: file("unbundled"), ...unbundled });
  await emit(program, { outfile: file("bundled"), ...bundled });
  const size = await emit(`export { parse } from ${source};`, { outfile: file("size"), ...minified });
  const { parse, accepts } = (await import(pathToFileURL(file("module")).href)) as Contender;
  const programs = { unbundled: file("unbundled"), bundled: file("bundled") };
  return { ...entrant, parse, accepts, programs, module: file("module"), size };
}

async function emit(contents: string, options: BuildOptions): Promise<number> {
  const result = await build({
    stdin: { contents, resolveDir: path("."), loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    write: false,
    logLevel: "error",
    ...options,
  });
  const [output] = result.outputFiles ?? [];
  if (output === undefined) throw new Error("esbuild has written nothing");
  await writeFile(output.path, output.contents);
  return gzipSync(output.contents, { level: 9 }).length;
}

/** The contenders import the source, for its types; what is measured is the built package, as users get it. */
const builtPackage = (external: boolean): Plugin => ({
  name: "built-package",
  setup({ onResolve }) {
    onResolve({ filter: /\/src\/(index|zod)\.js$/ }, ({ path: imported }) => {
      const file = path(imported.replace(/^.*\/src\//, "dist/"));
      return { path: external ? pathToFileURL(file).href : file, external, sideEffects: false };
    });
  },
});

const unbundled: BuildOptions = { packages: "external", plugins: [builtPackage(true)] };

const minified: BuildOptions = { minify: true, plugins: [builtPackage(false)] };

/** A package in CommonJS asks for Node's own modules with `require`, which a module does not have. */
const require = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
const bundled: BuildOptions = { ...minified, banner: { js: require } };
