import { lineBreakPasses, noInteger } from "../harness/known-differences.js";
import type { Language } from "../harness/language.js";
import { schemasOf } from "../harness/schemas.js";

export const php: Language = {
  name: "PHP",
  folder: "php",
  toolchain: {
    php: ["php", "--version"],
    "php-json-schema": ["php", "-r", "require 'JsonSchema/autoload.php';"],
    "schemas/draft-04": ["test", "-d", schemasOf("draft-04")],
  },
  prepare: ({ copyPageSchema }) => copyPageSchema("draft-04"),
  // It reads draft-03 and draft-04.
  validators: () => [
    {
      tool: "justinrainbow/json-schema",
      version: "5.2",
      dialects: ["draft-04"],
      command: () => ["php", "validate.php"],
      knownDifferences: [
        { ...noInteger, why: "PHP reads it as a float" },
        {
          ...lineBreakPasses,
          why: "the `$` of a pattern also matches before a line break at the end, as in PCRE",
        },
      ],
    },
  ],
  page: { page: "php.md", source: "receive.php", command: ["php", "receive.php"] },
};
