/** What a reader takes along: code and commands for the body that is shown. */
import { eventCatalog } from "../../../src/catalog/catalog.js";
import { type Dialect, dialectNames } from "../../../src/catalog/dialects.js";
import { camelCase, kebabCase, pascalCase } from "../../../src/catalog/names.js";
import type { EventType } from "../../../src/generated/types.js";
import { safeParseWebhookEvent } from "../../../src/parse/parse.js";
import { typesOf } from "./declarations.js";
import { redacted } from "./redact.js";
import { inlinedSchemaOf, schemaOf } from "./schemas.js";

/** Of an event, and the JSON text of a body in lines. */
type Maker = (type: EventType, body: string) => string | Promise<string>;

/** By the name on the tab. Those of an event that is known: */
const ofEvent: Readonly<Record<string, Maker>> = {
  TypeScript: (type) => typesOf(type),
  zod: (type) => {
    const schema = `${camelCase(type)}PayloadSchema`;
    return [
      `import { ${schema} } from "leanix-webhook-events/${eventCatalog[type].category}";`,
      "",
      `const result = ${schema}.safeParse(body);`,
      "for (const { path, message } of result.error?.issues ?? [])",
      '  console.log(path.join("."), message);',
    ].join("\n");
  },
  handler: (type, body) => {
    const keys = keysOf(type, body).join(", ");
    return [
      'import { type EventOfType, handleWebhookEvent, type WebhookEvent } from "leanix-webhook-events";',
      "",
      "export const handle = (event: WebhookEvent) =>",
      `  handleWebhookEvent(event, { ${type}: on${pascalCase(type)} }, () => {});`,
      "",
      `function on${pascalCase(type)}({ payload }: EventOfType<"${type}">) {`,
      `  const { ${keys} } = payload;`,
      `  console.log(${keys});`,
      "}",
    ].join("\n");
  },
  "JSON Schema": (type) => schemaOf(type),
  ...Object.fromEntries(
    dialectNames
      .filter((dialect) => dialect !== "2020-12")
      .map((dialect: Dialect): [string, Maker] => [dialect, (type) => schemaOf(type, dialect)]),
  ),
  "without $ref": (type) => inlinedSchemaOf(type, "draft-07"),
  "Python, Go": (type) =>
    [
      `npx leanix-webhook-events schema ${type} > ${kebabCase(type)}.json`,
      "",
      "# Python: pydantic models",
      `datamodel-codegen --input ${kebabCase(type)}.json --input-file-type jsonschema \\`,
      "  --output-model-type pydantic_v2.BaseModel --output models.py",
      "",
      "# Go: structs",
      `go tool go-jsonschema --package main --output types.go ${kebabCase(type)}.json`,
    ].join("\n"),
  test: (type, body) =>
    [
      'import { createDelivery } from "leanix-webhook-events/testing";',
      'import { expect, test } from "vitest";',
      'import { receive } from "./receive.js";',
      "",
      `const body = ${body};`,
      "",
      `test("${type} is answered", async () => {`,
      "  const response = await receive(createDelivery(body));",
      `  expect(response.status).toBe(${safeParseWebhookEvent(body).success ? 204 : 202});`,
      "});",
    ].join("\n"),
};

/** Those of any body. */
const ofBody: Readonly<Record<string, Maker>> = {
  curl: (_type, body) =>
    [
      "curl -i http://127.0.0.1:3000/ \\",
      '  -H "content-type: application/json" -H "authorization: $LEANIX_AUTHORIZATION" \\',
      "  --data-binary @- <<'BODY'",
      body,
      "BODY",
    ].join("\n"),
  send: (_type, body) =>
    ["npx leanix-webhook-events send - --to http://127.0.0.1:3000/ <<'BODY'", body, "BODY"].join("\n"),
  redacted: (_type, body) => redacted(JSON.parse(body)),
};

/** What can be made of a body, by the name on its tab. */
export function makersOf(event: EventType | "UNKNOWN"): Readonly<Record<string, Maker>> {
  return event === "UNKNOWN" ? ofBody : { ...ofEvent, ...ofBody };
}

const ofAnyEvent = ["type", "id", "workspaceId", "userId", "createdAt", "transactionSequenceNumber"];

/** What this body holds of its event, beside what all events do. */
function keysOf(type: EventType, text: string): string[] {
  const { data, error } = safeParseWebhookEvent(text);
  const head = `export interface ${pascalCase(type)}Payload`;
  const declaration =
    typesOf(type)
      .split("\n\n")
      .find((text) => text.includes(head)) ?? "";
  const declared = (key: string) => new RegExp(`^  "?${key}"?\\??:`, "m").test(declaration);
  const keys = Object.keys((data ?? error).payload as object).filter((key) => /^\w+$/.test(key) && declared(key));
  const own = keys.filter((key) => !ofAnyEvent.includes(key));
  return (own.length > 0 ? own : keys).slice(0, 4);
}
