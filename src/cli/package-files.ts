import { readdir, readFile } from "node:fs/promises";
import type { EventType } from "../generated/types.js";
import { kebabCase, unknownName } from "./names.js";
import { type Terminal, UsageError } from "./terminal.js";

export interface Example {
  /** `fact-sheet-created.minimal.json` */
  file: string;
  text: string;
}

/** The text of an event's example; of a variant, if one is named. */
export async function readExample(type: EventType, variant: string | undefined, { root }: Terminal): Promise<string> {
  const variants = (await filesOf("examples/payloads", root)).flatMap((file) => variantOf(file, type) ?? []);
  if (variant !== undefined && !variants.includes(variant)) {
    const known = variants.filter((name) => name !== "").join(", ");
    throw new UsageError(`${type} has no variant ${variant}; there are: ${known}`);
  }
  const name = variant ? `${kebabCase(type)}.${variant}` : kebabCase(type);
  return readFile(new URL(`examples/payloads/${name}.json`, root), "utf8");
}

/** All examples of an event, with its variants; or of all events. */
export async function readExamples(type: EventType | undefined, { root }: Terminal): Promise<Example[]> {
  const files = await filesOf("examples/payloads", root);
  const wanted = files.filter((file) => type === undefined || variantOf(file, type) !== undefined);
  return Promise.all(
    wanted.map(async (file) => ({ file, text: await readFile(new URL(`examples/payloads/${file}`, root), "utf8") })),
  );
}

/** The text of a JSON Schema, or of the OpenAPI or AsyncAPI document. */
export async function readSchema(name: string, dialect: string, { root }: Terminal): Promise<string> {
  const schemas = (await filesOf(`schemas/${dialect}`, root)).map((file) => file.replace(/\.json$/, ""));
  const documents = ["openapi", "asyncapi"];
  if (documents.includes(name)) return readFile(new URL(`schemas/${name}.json`, root), "utf8");
  if (!schemas.includes(name)) throw unknownName("schema", name, [...schemas, ...documents]);
  return readFile(new URL(`schemas/${dialect}/${name}.json`, root), "utf8");
}

async function filesOf(folder: string, root: URL): Promise<string[]> {
  return (await readdir(new URL(folder, root))).sort();
}

/** `minimal` of `fact-sheet-created.minimal.json`, an empty text of `fact-sheet-created.json`; undefined for another event. */
function variantOf(file: string, type: EventType): string | undefined {
  const [event, ...rest] = file.replace(/\.json$/, "").split(".");
  return event === kebabCase(type) ? rest.join(".") : undefined;
}
