import { Command, Option } from "commander";
import { type Dialect, dialectNames } from "../../catalog/dialects.js";
import { kebabCase } from "../../catalog/names.js";
import { findEventType } from "../input/names.js";
import { readSchema } from "../input/package-files.js";
import { inlined } from "../output/inline.js";
import { type MakeCommand, print, UsageError } from "../output/terminal.js";

interface SchemaOptions {
  dialect: Dialect;
  inline?: boolean;
}

export const schema: MakeCommand = (terminal) =>
  new Command("schema")
    .description("Print a JSON Schema, or the OpenAPI or AsyncAPI document.")
    .argument(
      "<name>",
      "an event, a category, webhook-payload, webhook-envelope, webhook-delivery, openapi or asyncapi",
    )
    .addOption(new Option("--dialect <dialect>", "dialect of JSON Schema").choices(dialectNames).default("2020-12"))
    .option("--inline", "each definition in its place, for tools that follow no $ref")
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events schema FACT_SHEET_CREATED
  npx leanix-webhook-events schema FACT_SHEET_CREATED --inline
  npx leanix-webhook-events schema webhook-payload --dialect draft-04 > webhook-payload.json`,
    )
    .action(async (name: string, { dialect, inline }: SchemaOptions) => {
      const type = findEventType(name);
      const text = await readSchema(type === undefined ? name : kebabCase(type), dialect, terminal);
      await print(terminal, inline ? inlinedText(text, name) : text.trimEnd());
    });

function inlinedText(text: string, name: string): string {
  const schema = JSON.parse(text);
  if (!("$schema" in schema)) throw new UsageError(`--inline: ${name} is not a JSON Schema`);
  return JSON.stringify(inlined(schema), null, 2);
}
