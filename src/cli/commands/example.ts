import { Command } from "commander";
import { exampleOf } from "../input/examples.js";
import { eventTypeOf } from "../input/names.js";
import { type MakeCommand, print } from "../output/terminal.js";

export const example: MakeCommand = (terminal) =>
  new Command("example")
    .description("Print an example body of an event.")
    .argument("<event>", "an event type, for example FACT_SHEET_CREATED")
    .option("--variant <name>", "another example of the event, for example minimal")
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events example FACT_SHEET_CREATED
  npx leanix-webhook-events example FACT_SHEET_CREATED --variant clone > body.json`,
    )
    .action(async (event: string, { variant }: { variant?: string }) => {
      await print(terminal, JSON.stringify(exampleOf(eventTypeOf(event), variant), null, 2));
    });
