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
        {
          what: "a number beyond 2^63 is no integer",
          why: "PHP reads it as a float",
          matches: /: says invalid of ".* beyond 2\^53(, wrapped)?"$/,
        },
        {
          what: "a line break at the end of a pattern's text passes",
          why: "the `$` of a pattern also matches before a line break at the end, as in PCRE",
          matches: /: says valid of ".* a line break at its end(, wrapped)?"$/,
        },
      ],
    },
  ],
  page: { page: "php.md", source: "receive.php", command: ["php", "receive.php"] },
};
