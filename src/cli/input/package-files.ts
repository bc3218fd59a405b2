import { readdir, readFile } from "node:fs/promises";
import type { Terminal } from "../output/terminal.js";
import { unknownName } from "./names.js";

/** The text of a JSON Schema, or of the OpenAPI or AsyncAPI document. */
export async function readSchema(name: string, dialect: string, { root }: Terminal): Promise<string> {
  const files = await readdir(new URL(`schemas/${dialect}`, root));
  const schemas = files.map((file) => file.replace(/\.json$/, "")).sort();
  const documents = ["openapi", "asyncapi"];
  if (documents.includes(name)) return readFile(new URL(`schemas/${name}.json`, root), "utf8");
  if (!schemas.includes(name)) throw unknownName("schema", name, [...schemas, ...documents]);
  return readFile(new URL(`schemas/${dialect}/${name}.json`, root), "utf8");
}
