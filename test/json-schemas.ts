/** The JSON Schemas on disk, compiled by ajv with all that its strict mode asks for. */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { type Dialect, dialectNames as dialects } from "../src/catalog/dialects.js";

export { dialects };

/** A test asks so little of each schema that optimising takes longer than it saves. */
const options = { strict: true, code: { optimize: false } };

export type Accepts = (body: unknown) => boolean;

export function schemaNames(dialect: Dialect): string[] {
  return readdirSync(`schemas/${dialect}`).map((file) => file.replace(/\.json$/, ""));
}

export function readSchema(dialect: Dialect, name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`schemas/${dialect}/${name}.json`, "utf8"));
}

const compiled = new Map<string, Accepts>();

export function jsonSchemaAccepts(dialect: Dialect, name: string, body: unknown): boolean {
  const key = `${dialect}/${name}`;
  if (!compiled.has(key)) compiled.set(key, compile(dialect, readSchema(dialect, name)));
  return compiled.get(key)!(body);
}

export function compile(dialect: Dialect, schema: object): Accepts {
  const ajv = dialect === "2020-12" ? new Ajv2020(options) : dialect === "draft-07" ? new Ajv(options) : ajv04();
  formats.default(ajv);
  return ajv.compile(schema);
}

/** ajv reads no draft-04, but of the keywords in our schemas only `id` means something else there. */
function ajv04(): Ajv {
  return new Ajv({ ...options, schemaId: "id", validateSchema: false }).removeKeyword("id").addKeyword("id");
}
