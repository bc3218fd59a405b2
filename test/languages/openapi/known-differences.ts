/** What is otherwise with openapi-generator's models, by language. */
import { absentIsNull, invalid, type KnownDifference, nullIsAbsent } from "../harness/known-differences.js";

/** In Ruby, PHP, Kotlin and Rust. */
const oneClassOfAll = "of the kinds of field data one class is made, with the types of the first";
const valueAsText = { what: "values of field data come back as text", why: oneClassOfAll };

export const knownDifferences: Record<string, KnownDifference[]> = {
  Python: [{ ...absentIsNull, why: "its reader sets every field, an absent one to None" }],
  Java: [
    { ...absentIsNull, why: "a value of any type that is not set is null, and null is written" },
    {
      what: "absent maps come back empty",
      why: "a map is made empty, unless its option `containerDefaultToNull` is set",
      matches: /: absent comes back \{\}$/,
    },
  ],
  Go: [
    { ...nullIsAbsent, why: "a pointer is null and absent at once, and an optional one is left out" },
    {
      what: "types are called `NullableInt32` and the like",
      why: "its helpers are called after Go's own types",
      matches: /^a type is called Nullable(?:Int|Float)[0-9]+$/,
    },
  ],
  Ruby: [
    { ...nullIsAbsent, why: "null is written only for a field that it knows as nullable" },
    {
      what: "numbers of a union of texts and numbers come back null, or are not read",
      why: "its reader tries texts before numbers, and a text that is required may not be null",
      matches: /: [0-9]+ comes back null$|: \{.* comes back "not read: created_at cannot be nil/,
    },
    { ...invalid, why: "a body that is not read is none" },
  ],
  PHP: [
    { ...absentIsNull, why: "its reader sets every field that may be null" },
    { ...nullIsAbsent, why: "null is written only for a field that it knows as nullable" },
    { ...valueAsText, matches: /\.data\.value: (?:[0-9.]+|true|false) comes back "[0-9.]*"$/ },
    {
      what: "values of a union of texts and numbers come back as empty objects",
      why: "it makes an empty class of the union",
      matches: /: (?:"[^"]*"|[0-9.]+) comes back \{\}$/,
    },
    {
      what: "empty objects come back as lists",
      why: "it reads objects without a class into arrays",
      matches: /: \{\} comes back \[\]$/,
    },
    { ...invalid, why: "the schema takes no text and no object there" },
  ],
  Kotlin: [
    { ...nullIsAbsent, why: "its mapper leaves out what is null" },
    { ...valueAsText, matches: /\.data\.value: (?:[0-9.]+|true|false) comes back "[0-9.]+"$|"(?:true|false)"$/ },
    {
      what: "a body with a union of texts and numbers is not read",
      why: "it makes an empty class of the union",
      matches:
        /comes back "not read: Cannot construct instance of `org\.openapitools\.client\.models\.(?:Duration|PollRe)/,
    },
    { ...invalid, why: "a null that the schema requires is not written either, and a value that is a text is none" },
  ],
  Rust: [
    { ...nullIsAbsent, why: "an optional field of field data is skipped when it is `None`, which null is too" },
    {
      what: "a body with a number in field data is not read",
      why: oneClassOfAll,
      matches: /comes back "not read: invalid type: .*, expected a string/,
    },
    {
      what: "a body with a union of texts and numbers is not read",
      why: "it makes an empty struct of the union",
      matches: /comes back "not read: invalid type: .*, expected struct (?:Duration|PollResultTime|PollTime)/,
    },
    { ...invalid, why: "a body that is not read is none" },
  ],
};
