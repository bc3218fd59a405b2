/** Prints src/generated/<category>.ts, the entry of a category: its zod schemas, types and JSON Schemas. */
import { camelCase, kebabCase, pascalCase, payloadName } from "../../../src/catalog/names.js";
import type { Library } from "../read/library.js";
import { modelsBelow } from "../read/recursive-models.js";
import { eventName } from "./types.js";

export function printCategoryModule(category: string, { events, models }: Library): string {
  const own = events.filter((event) => event.category === category);
  const payload = payloadName(category);
  const { title } = own[0]!;
  const types = [
    ...own.flatMap((event) => [eventName(event), event.payload]),
    `${pascalCase(category)}Event`,
    payload,
    ...new Set(own.flatMap((event) => [...modelsBelow(event.payload, models)])),
  ].sort();
  const files = [
    ...own.map(({ eventType }) => ({ file: kebabCase(eventType), of: eventType })),
    { file: category, of: `any event of the category ${title}` },
  ];
  return [
    `/**\n * Types, zod schemas and JSON Schemas of the category ${title}.\n *\n * @packageDocumentation\n */`,
    `import type * as z from "zod";`,
    ...files.map(
      ({ file }) => `import ${camelCase(file)} from "../../schemas/2020-12/${file}.json" with { type: "json" };`,
    ),
    `import { ${own.map(({ constant }) => constant).join(", ")} } from "../events/${category}.js";`,
    `import { anyPayloadOf } from "../zod/any-payload.js";`,
    `import type { JsonSchema } from "../catalog/json-schema.js";`,
    `import type { ${payload} } from "./types.js";`,
    "",
    `export * from "../events/${category}.js";`,
    `export type {\n${types.map((type) => `  ${type},`).join("\n")}\n} from "./types.js";`,
    "",
    `/** Body of any event of the category ${title}. */`,
    `export const ${camelCase(category)}PayloadSchema: z.ZodType<${payload}> = /* @__PURE__ */ anyPayloadOf({`,
    ...own.map(({ eventType, constant }) => `  ${eventType}: ${constant},`),
    "});",
    ...files.map(
      ({ file, of }) =>
        `\n/** JSON Schema (2020-12) of the body of ${of}. */\nexport const ${camelCase(file)}JsonSchema: JsonSchema = ${camelCase(file)};`,
    ),
  ].join("\n");
}
