/**
 * Compares schemas/ with those of the last release, or with those of the folder given, and fails on a breaking change
 * that comes without a new major version. What is one: docs/schema-compatibility.md.
 * Of its own, as json-schema-diff compares what bodies pass and not the types that are generated, in draft-07 alone.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Schema = { [keyword: string]: unknown };

const compared = ["title", "type", "const", "enum", "pattern", "minLength", "maxProperties", "$ref", "not"];
const named = ["properties", "$defs", "definitions", "dependentSchemas", "dependencies"];
const unions = ["anyOf", "oneOf", "allOf"];
const words = ["info", "title", "summary", "description"];

/** What breaks between two versions of a schema. */
export function breakingChanges(before: Schema, after: Schema, path = ""): string[] {
  const changes: string[] = [];
  if (path === "" && before.$id !== after.$id) changes.push(`: $id is ${after.$id}, was ${before.$id}`);
  for (const keyword of compared)
    if (withoutNestedEnums(before[keyword]) !== withoutNestedEnums(after[keyword]))
      changes.push(`${path}: ${keyword} changed`);
  const [wasRequired, isRequired] = [before, after].map((schema) => new Set((schema.required as string[]) ?? []));
  for (const key of wasRequired!) if (!isRequired!.has(key)) changes.push(`${path}: ${key} is no longer required`);
  for (const key of isRequired!) if (!wasRequired!.has(key)) changes.push(`${path}: ${key} is required now`);
  for (const keyword of named)
    for (const [name, schema] of Object.entries((before[keyword] ?? {}) as Record<string, Schema>)) {
      const now = ((after[keyword] ?? {}) as Record<string, Schema>)[name];
      changes.push(...(now ? breakingChanges(schema, now, `${path}/${name}`) : [`${path}/${name}: gone`]));
    }
  for (const keyword of ["items", "additionalProperties"])
    if (isSchema(before[keyword]))
      changes.push(...breakingChanges(before[keyword], (after[keyword] ?? {}) as Schema, `${path}/${keyword}`));
  for (const keyword of unions) changes.push(...unionChanges(before[keyword], after[keyword], `${path}/${keyword}`));
  return changes;
}

/** A union may gain members; those that it had stay. */
function unionChanges(before: unknown, after: unknown, path: string): string[] {
  const [was, is] = [before, after].map((union) => (union as Schema[]) ?? []);
  if (was!.length === 0 && is!.length > 0) return [`${path}: new`];
  return was!
    .filter((member) => !is!.some((now) => breakingChanges(member, now, path).length === 0))
    .map((member) => `${path}: ${JSON.stringify(member)} is gone`);
}

/** As text. The values that a \`not\` lists are left out: a new event, or a new kind of field data, adds its name. */
function withoutNestedEnums(value: unknown): string | undefined {
  return JSON.stringify(value, (keyword, nested) => (keyword === "enum" ? undefined : nested));
}

/** What breaks between two versions of the OpenAPI or AsyncAPI document: whatever it held stays, but for words. */
export function documentChanges(before: unknown, after: unknown, path = ""): string[] {
  if (after === undefined) return [`${path}: gone`];
  if (path === "/components/schemas") return breakingChanges({ $defs: before }, { $defs: after }, path);
  if (!isSchema(before)) return before === after ? [] : [`${path}: ${after}, was ${before}`];
  return Object.entries(before)
    .filter(([key]) => !words.includes(key))
    .flatMap(([key, value]) => documentChanges(value, isSchema(after) ? after[key] : undefined, `${path}/${key}`));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null;
}

function compareFolders(before: string, after: string): string[] {
  const files = (readdirSync(before, { recursive: true }) as string[]).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => {
    if (!existsSync(join(after, file))) return [`${file}: gone`];
    const [was, is] = [read(join(before, file)), read(join(after, file))];
    const changes = "$schema" in was ? breakingChanges(was, is) : documentChanges(was, is);
    return changes.map((change) => `${file}${change}`);
  });
}

function read(file: string): Schema & { version?: string } {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

/** The last release, unpacked; nothing where there is none. */
function lastRelease(name: string): string | undefined {
  const folder = ".cache/released";
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const released = npm("view", name, "version");
  if (released.includes("E404")) return undefined;
  const archive = npm("pack", `${name}@latest`, "--pack-destination", folder).split("\n").at(-1)!;
  if (!existsSync(join(folder, archive))) throw new Error(`npm pack ${name}: ${archive}`);
  spawnSync("tar", ["-xf", join(folder, archive), "-C", folder]);
  return join(folder, "package");
}

/** What npm prints, its errors included. */
function npm(...command: string[]): string {
  const { stdout, stderr } = spawnSync("npm", command, { encoding: "utf8" });
  return `${stderr}${stdout}`.trim();
}

function main(): void {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as { name: string; version: string };
  const released = process.argv[2] ?? lastRelease(name);
  if (!released) {
    console.log(`${name} has no release yet: nothing to compare with`);
    return;
  }
  const before = String(read(join(released, "package.json")).version);
  const changes = compareFolders(join(released, "schemas"), "schemas");
  const allowed = before.split(".")[0] !== version.split(".")[0];
  for (const change of changes) console.log(change);
  console.log(
    `${changes.length} breaking changes since ${before}${changes.length > 0 && allowed ? ", in a new major version" : ""}`,
  );
  if (changes.length > 0 && !allowed) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  try {
    main();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
