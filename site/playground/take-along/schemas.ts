import type { Dialect } from "../../../src/catalog/dialects.js";
import { kebabCase } from "../../../src/catalog/names.js";
import { inlined } from "../../../src/cli/output/inline.js";

/** Loaded when somebody asks for one. */
const schemas = import.meta.glob<string>("../../../schemas/*/*.json", { query: "?raw", import: "default" });

export async function schemaOf(eventType: string, dialect: Dialect = "2020-12"): Promise<string> {
  return schemas[`../../../schemas/${dialect}/${kebabCase(eventType)}.json`]!();
}

/** Each definition in its place, for tools that follow no `$ref`. */
export async function inlinedSchemaOf(eventType: string, dialect: Dialect): Promise<string> {
  return JSON.stringify(inlined(JSON.parse(await schemaOf(eventType, dialect))), null, 2);
}
