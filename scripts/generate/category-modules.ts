/** Prints src/generated/<category>.ts: the types and JSON Schemas that a module of src/events/ passes on. */
import type { JsonSchema } from "./json-schemas.js";
import { camelCase, kebabCase, pascalCase, singular } from "./names.js";
import type { Library } from "./read-schemas.js";
import { eventName } from "./types.js";

export function printCategoryModule(
  category: string,
  { events }: Library,
  schemas: ReadonlyMap<string, JsonSchema>,
): string {
  const own = events.filter((event) => event.category === category);
  const types = [
    ...own.flatMap((event) => [eventName(event), event.payload]),
    `${pascalCase(singular(category))}Event`,
  ].sort();
  const constants = [
    ...own.map(({ eventType }) => printConstant(camelCase(eventType), eventType, schemas.get(kebabCase(eventType))!)),
    printConstant(camelCase(singular(category)), `every event of the category ${category}`, schemas.get(category)!),
  ];
  return [
    `import type { JsonSchema } from "../json-schema.js";`,
    "",
    `export type {\n${types.map((type) => `  ${type},`).join("\n")}\n} from "./types.js";`,
    "",
    constants.join("\n\n"),
  ].join("\n");
}

function printConstant(name: string, of: string, schema: JsonSchema): string {
  return `/** JSON Schema (2020-12) of the body of ${of}. */\nexport const ${name}JsonSchema: JsonSchema = ${JSON.stringify(schema)};`;
}
