/** What the harness needs to know of a language, and what it hands to it. */

export type Dialect = "2020-12" | "draft-07";

/** What generated code calls an event: its module or package, `fact_sheet_created`, and the body's type, `FactSheetCreatedPayload`. */
export interface Event {
  module: string;
  type: string;
}

export interface Context {
  /** A copy of the language's folder, to install, generate and build in. */
  work: string;
  /** The folder of a dialect's schemas. */
  schemas(dialect: Dialect): string;
  /** A folder with the schemas of single events alone: `<module>/<type>.json`, as tools name types after files. */
  eventSchemas(dialect: Dialect): string;
  events: Event[];
  /** JSON Lines of `{ module, type, body }`. */
  examples: string;
  /** Runs a command in the work folder and returns what it prints; throws where it fails. */
  run(...command: string[]): string;
  /** Gives the command a text to read. */
  runOn(input: string, ...command: string[]): string;
  /** Copies the schema of FACT_SHEET_CREATED to where the program of the page reads it. */
  copyPageSchema(dialect: Dialect, file?: string): void;
  /** Generates the types of every event into a folder of the work folder. */
  quicktype(language: string, dialect: Dialect, folder: string): void;
  /** The version that a manifest pins: the first one after `name`. */
  pinned(manifest: string, name: string): string;
}

export interface Validator {
  tool: string;
  version: string;
  dialects: Dialect[];
  /** Takes the folder of the schemas and the corpus, and prints `<line>\t<schema>\t<valid | invalid>` for each. */
  command: (dialect: Dialect) => string[];
}

export interface Types {
  tool: string;
  version: string;
  /** Where the generated files are, by dialect; with two, both must hold the same text. */
  folders: Partial<Record<Dialect, string>>;
  /** Takes the examples and prints each as it was read and written; absent where nothing here compiles the language. */
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

export interface Language {
  name: string;
  /** Commands that answer where the toolchain is installed. */
  toolchain: string[][];
  /** Installs, generates and builds. */
  prepare(context: Context): void;
  validators?(context: Context): Validator[];
  types(context: Context): Types[];
  page?: Page;
}

export const both: Dialect[] = ["2020-12", "draft-07"];
