/**
 * What tools do that no schema of ours can change. An entry that nothing needs any more fails the run: take it out.
 */
export interface KnownDifference {
  language: string;
  tool: string;
  why: string;
  /** A body of the corpus, by its name, that the tool judges otherwise than zod. */
  body?: RegExp;
  /** A name in the code that the tool generates. */
  name?: RegExp;
}

export const knownDifferences: KnownDifference[] = [
  {
    language: "Python",
    tool: "jsonschema",
    why: "the `$` of a pattern also matches before a line break at the end, as in Python's `re`: https://github.com/python-jsonschema/jsonschema/issues/576",
    body: /a line break at its end$/,
  },
  {
    language: "Rust",
    tool: "quicktype",
    why: "`String` is a type of Rust's, so the text variant of every union is called `PurpleString`",
    name: /^PurpleString$/,
  },
  {
    language: "Go",
    tool: "go-jsonschema",
    why: "leaves an unused alias with a number for the first member of an `anyOf`",
    name: /_[0-9]$/,
  },
];
