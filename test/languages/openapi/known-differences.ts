/** What is otherwise with openapi-generator's models, by language. */
import { absentIsNull, type KnownDifference, nullIsAbsent } from "../harness/known-differences.js";

export const knownDifferences: Record<string, KnownDifference[]> = {
  Python: [
    { ...absentIsNull, why: "its reader sets every field, an absent one to None" },
    {
      ...nullIsAbsent,
      why: "it writes None for a nullable field alone, and takes a union for none, though one of its members is null",
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
};
