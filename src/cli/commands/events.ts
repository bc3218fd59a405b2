import { Command } from "commander";
import { eventCatalog, eventTypes } from "../../catalog/catalog.js";
import { columnsOf, indented } from "../output/fit.js";
import { type MakeCommand, print } from "../output/terminal.js";

export const events: MakeCommand = (terminal) =>
  new Command("events")
    .description("List the events: their types, categories, evidence, and the type in their bodies.")
    .option("--json", "print an array")
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events events
  npx leanix-webhook-events events --json`,
    )
    .action(async ({ json }: { json?: boolean }) => {
      const list = eventTypes.map((type) => ({ type, ...eventCatalog[type] }));
      if (json) return print(terminal, JSON.stringify(list, null, 2));
      const columns = columnsOf(terminal);
      for (const { type, category, evidence, wireNames, progress } of list) {
        const body = progress === undefined ? wireNames.join(" or ") || "no type" : `progress ${progress}`;
        const row = [type.padEnd(26), category.padEnd(17), evidence.padEnd(8)].join("  ");
        const isShort = row.length + 2 + body.length <= columns;
        await print(terminal, isShort ? `${row}  ${body}` : `${row.trimEnd()}\n${indented(body, columns)}`);
      }
    });
