/** The dialects of JSON Schema in which every schema is published, and what differs between them. */
export const dialects = {
  "2020-12": {
    target: "draft-2020-12",
    uri: "https://json-schema.org/draft/2020-12/schema",
    definitions: "$defs",
  },
  "draft-07": {
    target: "draft-07",
    uri: "http://json-schema.org/draft-07/schema#",
    definitions: "definitions",
  },
  // For tools that read no newer dialect, such as those of gateways.
  "draft-04": {
    target: "draft-04",
    uri: "http://json-schema.org/draft-04/schema#",
    definitions: "definitions",
  },
} as const;

export type Dialect = keyof typeof dialects;

export const dialectNames = Object.keys(dialects) as Dialect[];

export function reference(name: string, dialect: Dialect): { $ref: string } {
  return { $ref: `#/${dialects[dialect].definitions}/${name}` };
}
