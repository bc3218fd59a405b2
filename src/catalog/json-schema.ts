/** A JSON Schema as plain data, such as the category modules hold. */
export type JsonSchema = { readonly [keyword: string]: unknown };
