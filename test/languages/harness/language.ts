/** What the harness needs to know of a language, and what it hands to it. */
import type { Dialect } from "../../../src/catalog/dialects.js";
import type { Row, Tool } from "./row.js";

export type { Dialect };

/** What most tools read; draft-04 is for those that read no newer one. */
export const both: Dialect[] = ["2020-12", "draft-07"];

/** What generated code calls an event: its module or package, `fact_sheet_created`, and the body's type, `FactSheetCreatedPayload`. */
export interface Event {
  module: string;
  type: string;
}

export interface Language {
  /** As the table shows it: `C#`. */
  name: string;
  /** In `test/languages`, and where it is built: `csharp`. */
  folder: string;
  /** What must be installed, each with a command that succeeds if it is. */
  toolchain: Record<string, string[]>;
  /** Installs, generates and builds. */
  prepare(context: Context): void;
  validators?(context: Context): Validator[];
  types?(context: Context): Types[];
  page?: Page;
  /** What else its tools check. */
  others?(context: Context): Row[];
  /** Whether other languages use its tools: it is then built for each of them. */
  isShared?: true;
}

export interface Validator extends Tool {
  dialects: Dialect[];
  /** Takes the folder of the schemas and the corpus, and prints `<line>\t<schema>\t<valid | invalid>` for each. */
  command(dialect: Dialect): string[];
}

export interface Types extends Tool {
  /** Where the generated files are, by dialect; with two, both must hold the same text. */
  folders: Partial<Record<Dialect, string>>;
  /** Takes the examples and prints each as it was read and written; absent if no compiler of the language is run. */
  roundTrip?: string[];
}

/** The program on the language's page: reads a FACT_SHEET_CREATED body and prints the name of its fact sheet. */
export interface Page {
  /** In `docs/languages/`. */
  page: string;
  /** In the language's folder; the page shows it as it is. */
  source: string;
  command: string[];
}

export interface Context {
  /** A copy of the language's folder, to install, generate and build in. */
  work: string;
  events: Event[];
  /** JSON Lines of `{ module, type, body }`. */
  examples: string;
  /** Runs a command in the work folder and returns what it prints; throws if it fails. */
  run(...command: string[]): string;
  /** Gives the command a text to read. */
  runOn(input: string, ...command: string[]): string;
  /** Generates the types of every event with quicktype, each into `file`, in which `{module}` and `{type}` are the event's. */
  quicktype(language: string, dialect: Dialect, file: string, ...options: string[]): void;
  /** Copies the schema of FACT_SHEET_CREATED to where the page's program reads it. */
  copyPageSchema(dialect: Dialect, file?: string): void;
  /** The version that a manifest pins: the first one after `name`. */
  pinned(manifest: string, name: string): string;
}
