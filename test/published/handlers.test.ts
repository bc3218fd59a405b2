/** Handler maps and receivers as a user's compiler sees them, and the text of each mistake's error. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { TYPESCRIPT_VERSIONS } from "./install.js";

const consumer = inject("consumer");
const folder = join(consumer, "handlers");
const require = createRequire(join(consumer, "package.json"));
const { eventTypes } = require("leanix-webhook-events") as { eventTypes: readonly string[] };

const head = `
import { handleWebhookEvent, parseWebhookEvent, type WebhookEvent } from "leanix-webhook-events";
const event: WebhookEvent = parseWebhookEvent("{}");
`;
const every = eventTypes.map((type) => `${type}: () => 1,`).join(" ");

const valid = `${head}
import { basicAuth, createReceiver } from "leanix-webhook-events/receiver";

const all: number | string = handleWebhookEvent(event, { ${every} UNKNOWN: ({ reason }) => reason });
const some: Promise<string> | number = handleWebhookEvent(
  event,
  { FACT_SHEET_CREATED: async ({ payload }) => payload.factSheet.displayName },
  (other) => {
    const left: Exclude<WebhookEvent["type"], "FACT_SHEET_CREATED"> = other.type;
    return left.length;
  },
);
const { fetch, node, lambda, azure } = createReceiver({
  authorization: { header: [basicAuth("leanix", undefined), "second"] },
  handle: async (event, context: { table: string }) => [event.type, context.table],
});
const faces: Promise<unknown>[] = [lambda({}, { table: "t" })];
export const used: unknown[] = [all, some, fetch, node, azure, faces];
`;

const mistakes = {
  "a misspelt event": {
    source: `handleWebhookEvent(event, { COMMENT_CREATED: () => 1, FACT_SHEET_CREATD: () => 2 }, () => 3);`,
    error: /Type '"FACT_SHEET_CREATD is not an event type"'|to type '"FACT_SHEET_CREATD is not an event type"'/,
  },
  "no fallback": {
    source: `handleWebhookEvent(event, { COMMENT_CREATED: () => 1 });`,
    error: /is missing the following properties from type 'WebhookEventHandlers<unknown>': FACT_SHEET_CREATED, /,
  },
  "no UNKNOWN": {
    source: `handleWebhookEvent(event, { ${every} });`,
    error: /Property 'UNKNOWN' is missing in type .* but required in type 'WebhookEventHandlers<unknown>'/,
  },
  "a field that the event does not have": {
    source: `handleWebhookEvent(event, { COMMENT_CREATED: ({ payload }) => payload.factSheet }, () => {});`,
    error: /Property 'factSheet' does not exist on type 'CommentCreatedPayload'/,
  },
  "a context that is not given": {
    source: `import { createReceiver } from "leanix-webhook-events/receiver";
      createReceiver({ authorization: "none", handle: (_event, _table: string) => {} }).lambda({});`,
    error: /Expected 2 arguments, but got 1/,
  },
  "no authorization": {
    source: `import { createReceiver } from "leanix-webhook-events/receiver"; createReceiver({ handle: () => {} });`,
    error: /Property 'authorization' is missing/,
  },
};

const programs = {
  valid,
  ...Object.fromEntries(Object.entries(mistakes).map(([name, { source }]) => [name, head + source])),
};
const fileOf = (name: string) => `${name.replaceAll(" ", "-")}.ts`;

mkdirSync(folder, { recursive: true });
for (const [name, source] of Object.entries(programs)) writeFileSync(join(folder, fileOf(name)), source);
const compilerOptions = {
  noEmit: true,
  strict: true,
  target: "ES2022",
  lib: ["ES2022"],
  types: [],
  module: "NodeNext",
  moduleResolution: "NodeNext",
};
writeFileSync(
  join(folder, "tsconfig.json"),
  JSON.stringify({ compilerOptions, files: Object.keys(programs).map(fileOf) }),
);

describe.each(TYPESCRIPT_VERSIONS)("TypeScript %s", (version) => {
  const errors = compile(version).split(/^(?=\S)/m);

  test("compiles maps and receivers, with the declarations checked and no DOM", () => {
    expect(errors.filter((error) => !Object.keys(mistakes).some((name) => error.startsWith(fileOf(name))))).toEqual([]);
  });

  test.each(Object.entries(mistakes))("names %s, and nothing else", (name, { error }) => {
    expect(errors.filter((printed) => printed.startsWith(fileOf(name)))).toEqual([expect.stringMatching(error)]);
  });
});

function compile(version: string): string {
  const { bin } = require(`typescript-${version}/package.json`) as { bin: { tsc: string } };
  const compiler = join(consumer, "node_modules", `typescript-${version}`, bin.tsc);
  return spawnSync(process.execPath, [compiler], { cwd: folder, encoding: "utf8" }).stdout;
}
