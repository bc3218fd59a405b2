import { Command } from "commander";
import { unknownName } from "../input/names.js";

/** In place of commander's own, which shows the whole help if a command is misspelt. */
export function help(program: Command): Command {
  return new Command("help")
    .description("Show the options and examples of a command.")
    .argument("[command]")
    .action((name: string | undefined) => {
      if (name === undefined) program.help();
      const command = program.commands.find((command) => command.name() === name);
      if (command) command.help();
      const names = program.commands.map((command) => command.name());
      throw unknownName("command", name, names);
    });
}
