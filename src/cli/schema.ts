import { Command, Option } from "commander";
import { findEventType, kebabCase } from "./names.js";
import { readSchema } from "./package-files.js";
import { type MakeCommand, print } from "./terminal.js";

export const schema: MakeCommand = (terminal) =>
  new Command("schema")
    .description("Print a JSON Schema, or the OpenAPI or AsyncAPI document.")
    .argument(
      "<name>",
      "an event, a category, webhook-payload, webhook-envelope, webhook-delivery, openapi or asyncapi",
    )
    .addOption(
      new Option("--dialect <dialect>", "dialect of JSON Schema").choices(["2020-12", "draft-07"]).default("2020-12"),
    )
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events schema FACT_SHEET_CREATED
  npx leanix-webhook-events schema webhook-payload --dialect draft-07 > webhook-payload.json`,
    )
    .action(async (name: string, { dialect }: { dialect: string }) => {
      const type = findEventType(name);
      const text = await readSchema(type === undefined ? name : kebabCase(type), dialect, terminal);
      await print(terminal, text.trimEnd());
    });
