/** What a reader takes along: code and commands for the body that is shown. */
import { eventCatalog } from "../../src/catalog/catalog.js";
import { camelCase, kebabCase, pascalCase } from "../../src/catalog/names.js";
import type { EventType } from "../../src/generated/types.js";
import { schemaOf, typesOf } from "./declarations.js";
import { redacted } from "./redact.js";

type Maker = (type: EventType, body: string) => string | Promise<string>;

/** By the name on the tab. */
export const makers: Readonly<Record<string, Maker>> = {
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
  "JSON Schema": (type) => schemaOf(type),
  handler: (type) =>
    [
      'import { type EventOfType, handleWebhookEvent, type WebhookEvent } from "leanix-webhook-events";',
      "",
      "export const handle = (event: WebhookEvent) =>",
      `  handleWebhookEvent(event, { ${type}: on${pascalCase(type)} }, () => {});`,
      "",
      `function on${pascalCase(type)}({ payload }: EventOfType<"${type}">) {`,
      "  console.log(payload);",
      "}",
    ].join("\n"),
  test: (type) =>
    [
      'import { createDelivery, createPayload } from "leanix-webhook-events/testing";',
      'import { expect, test } from "vitest";',
      'import { receive } from "./receive.js";',
      "",
      `test("${type} is handled", async () => {`,
      `  const payload = createPayload("${type}");`,
      "  const response = await receive(createDelivery(payload));",
      "  expect(response.status).toBe(204);",
      "});",
    ].join("\n"),
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

export const fileName = (type: string) => `${kebabCase(type)}.json`;
