/**
 * What tools do that no schema of ours can change. An entry that nothing needs any more fails the run: take it out.
 */
export interface KnownDifference {
  language: string;
  tool: string;
  /** In the table, where it is about values. */
  what: string;
  why: string;
  /** A body of the corpus, by its name, that the tool judges otherwise than zod. */
  body?: RegExp;
  /** A name in the code that the tool generates. */
  name?: RegExp;
  /** A value that does not come back as it was: `path: value comes back value`, `module: comes back invalid`. */
  value?: RegExp;
}

const nullIsAbsent = { what: "null comes back absent", value: /: null comes back absent$/ };
const absentIsNull = { what: "absent comes back null", value: /: absent comes back null$/ };
const emptyArrayIsAbsent = { what: "optional empty arrays come back absent", value: /: \[\] comes back absent$/ };
const invalid = { what: "some bodies come back invalid", value: /^\w+: comes back invalid$/ };

export const knownDifferences: KnownDifference[] = [
  {
    language: "Python",
    tool: "jsonschema",
    what: "a line break at the end of a pattern's text passes",
    why: "the `$` of a pattern also matches before a line break at the end, as in Python's `re`: https://github.com/python-jsonschema/jsonschema/issues/576",
    body: /a line break at its end$/,
  },
  {
    language: "Rust",
    tool: "quicktype",
    what: "the text variant of every union is called `PurpleString`",
    why: "`String` is on its list of words that no name may be, variants too; its own keyword for other names, `qt-accessors`, is one that ajv refuses",
    name: /^PurpleString$/,
  },
  {
    language: "Rust",
    tool: "quicktype",
    why: "an `Option` is written as null, unless `--skip-serializing-none` is given: https://github.com/glideapps/quicktype/pull/2397",
    ...absentIsNull,
  },
  {
    language: "Rust",
    tool: "quicktype",
    why: "the schema takes no null where it lets a member be absent",
    ...invalid,
  },
  {
    language: "Rust",
    tool: "typify",
    why: "an optional member is an `Option`, skipped when it is `None`, which null is too: https://github.com/serde-rs/json/issues/376",
    ...nullIsAbsent,
  },
  {
    language: "Rust",
    tool: "typify",
    why: "an optional array is a `Vec`, skipped when it is empty; only one with a definition of its own is an `Option`, which is a `RootModel` in Python",
    ...emptyArrayIsAbsent,
  },
  {
    language: "Python",
    tool: "quicktype",
    why: "an optional member is written only when it is not None: https://github.com/glideapps/quicktype/pull/1516",
    ...nullIsAbsent,
  },
  {
    language: "Python",
    tool: "quicktype",
    why: "it makes one class of all field data, where what one of them requires is optional",
    ...invalid,
  },
  {
    language: "Go",
    tool: "quicktype",
    why: "a pointer is null and absent at once, and a nullable one has no `omitempty`: https://github.com/glideapps/quicktype/issues/1341",
    ...absentIsNull,
  },
  {
    language: "Go",
    tool: "quicktype",
    why: "an optional slice has `omitempty`: https://github.com/glideapps/quicktype/pull/1513",
    ...emptyArrayIsAbsent,
  },
  {
    language: "Go",
    tool: "quicktype",
    why: "it makes one class of all field data, where what one of them requires is optional; and the schema takes no null for a union that may be absent",
    ...invalid,
  },
  {
    language: "Go",
    tool: "go-jsonschema",
    why: "a pointer is null and absent at once, and an optional one has `omitempty`",
    ...nullIsAbsent,
  },
  {
    language: "Go",
    tool: "go-jsonschema",
    why: "an optional slice has `omitempty`: https://github.com/omissis/go-jsonschema/issues/231",
    ...emptyArrayIsAbsent,
  },
  {
    language: "Java",
    tool: "quicktype",
    why: "a member that is not set is null, and null is written",
    ...absentIsNull,
  },
  {
    language: "Java",
    tool: "quicktype",
    why: "the schema takes no null where it lets a member be absent",
    ...invalid,
  },
  {
    language: "Java",
    tool: "jsonschema2pojo",
    why: "no null is written: https://github.com/joelittlejohn/jsonschema2pojo/issues/642",
    ...nullIsAbsent,
  },
  {
    language: "Java",
    tool: "jsonschema2pojo",
    what: "absent arrays come back empty",
    why: "its default `initializeCollections`: https://github.com/joelittlejohn/jsonschema2pojo/issues/3",
    value: /: absent comes back \[\]$/,
  },
  {
    language: "Java",
    tool: "jsonschema2pojo",
    what: "numbers of more than 32 bits are not read",
    why: "an integer is an `Integer`, unless a `minimum` or `maximum` needs more: https://github.com/joelittlejohn/jsonschema2pojo/pull/434; ours have neither, as zod has none",
    value: /comes back "Numeric value \(1099511627776\) out of range of int/,
  },
  {
    language: "Java",
    tool: "jsonschema2pojo",
    why: "a null that the schema requires is not written either",
    ...invalid,
  },
  {
    language: "Java",
    tool: "jsonschema2pojo, options of the page",
    why: "no null is written: https://github.com/joelittlejohn/jsonschema2pojo/issues/642",
    ...nullIsAbsent,
  },
  {
    language: "Java",
    tool: "jsonschema2pojo, options of the page",
    why: "a null that the schema requires is not written either",
    ...invalid,
  },
];
