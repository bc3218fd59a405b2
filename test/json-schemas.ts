/** The JSON Schemas on disk, compiled by ajv with all that its strict mode asks for. */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

export const dialects = ["2020-12", "draft-07"] as const;
export type Dialect = (typeof dialects)[number];

export function schemaNames(dialect: Dialect): string[] {
  return readdirSync(`schemas/${dialect}`).map((file) => file.replace(/\.json$/, ""));
}

export function readSchema(dialect: Dialect, name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`schemas/${dialect}/${name}.json`, "utf8"));
}

const compiled = new Map<string, (body: unknown) => boolean>();

export function jsonSchemaAccepts(dialect: Dialect, name: string, body: unknown): boolean {
  const key = `${dialect}/${name}`;
  let validate = compiled.get(key);
  if (!validate) {
    const ajv = dialect === "2020-12" ? new Ajv2020({ strict: true }) : new Ajv({ strict: true });
    formats.default(ajv);
    validate = ajv.compile(readSchema(dialect, name));
    compiled.set(key, validate);
  }
  return validate(body);
}
