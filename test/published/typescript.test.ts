import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { payloadName } from "../../src/catalog/names.js";
import { OLDEST_TYPESCRIPT, TYPESCRIPT_VERSIONS } from "./install.js";
import { run } from "./run.js";

const consumer = inject("consumer");
const folder = join(consumer, "typescript");
const require = createRequire(join(consumer, "package.json"));
const { eventTypes } = require("leanix-webhook-events") as { eventTypes: readonly string[] };

/** A program that narrows over every event: it compiles only if the union has these events and no other. */
const switchOverEveryEvent = `
import { parseWebhookEvent, type WebhookEvent } from "leanix-webhook-events";
import type { ${eventTypes.map(payloadName).join(", ")} } from "leanix-webhook-events";

export function nameOf(event: WebhookEvent): string {
  switch (event.type) {
${eventTypes.map((type) => `    case "${type}": { const payload: ${payloadName(type)} = event.payload; return describe(event.type, payload); }`).join("\n")}
    case "UNKNOWN": { const payload: unknown = event.payload; return describe(event.type, payload); }
    default: { const never: never = event; return never; }
  }
}

function describe(type: string, payload: unknown): string {
  return type + typeof payload;
}

export const name: string = nameOf(parseWebhookEvent("{}"));
`;

/** The rest of what the package offers, and the mistakes that the types must refuse. */
const everyEntry = `
import { isEventOfType, isFieldOfType, type JsonSchema, safeParseWebhookEvent, WebhookEventError } from "leanix-webhook-events";
import { examples } from "leanix-webhook-events/examples";
import { type TagsEvent, factSheetTagAddedPayloadSchema, tagsJsonSchema, tagsPayloadSchema } from "leanix-webhook-events/tags";
import { parsedWebhookEventSchema, payloadSchemas, webhookBodySchema } from "leanix-webhook-events/zod";

const result = safeParseWebhookEvent(examples.FACT_SHEET_CREATED);
if (!result.success) throw result.error satisfies WebhookEventError;
const event = result.data;

if (isEventOfType(event, "FACT_SHEET_CREATED", "FACT_SHEET_UPDATED")) {
  const displayName: string = event.payload.factSheet.displayName;
  displayName.toUpperCase();
  // @ts-expect-error: no such field
  event.payload.factSheet.displayname;
  for (const { data } of event.payload.factSheet.fields) {
    if (isFieldOfType(data, "Lifecycle")) data.phases satisfies readonly unknown[] | null | undefined;
    // @ts-expect-error: not every field has phases
    data.phases;
  }
}
// @ts-expect-error: no such event
isEventOfType(event, "FACT_SHEET_RENAMED");
// @ts-expect-error: no such event
if (event.type === "FACT_SHEET_RENAMED") event.type;

const tagId: string = factSheetTagAddedPayloadSchema.parse({}).tagId;
const tagged: TagsEvent["type"] = "FACT_SHEET_TAG_REMOVED";
const parsed: string = payloadSchemas.FACT_SHEET_CREATED.parse(examples.FACT_SHEET_CREATED).factSheet.id;
const union: string = parsedWebhookEventSchema.parse(event).type;
const body: string = webhookBodySchema.parse("{}").type;
const category: string = tagsPayloadSchema.parse(examples.FACT_SHEET_TAG_ADDED).type;
const jsonSchema: JsonSchema = tagsJsonSchema;
export const used: unknown[] = [tagId, tagged, parsed, union, body, category, jsonSchema];
`;

/** What zod infers of a payload and the generated interface can stand for each other. */
const inferred = `
import type { EventType, WebhookEventMap } from "leanix-webhook-events";
import type { payloadSchemas } from "leanix-webhook-events/zod";
import type * as z from "zod";

type Mismatch = {
  [Type in EventType]: [z.infer<(typeof payloadSchemas)[Type]>, WebhookEventMap[Type]["payload"]] extends [
    WebhookEventMap[Type]["payload"],
    z.infer<(typeof payloadSchemas)[Type]>,
  ]
    ? never
    : Type;
}[EventType];
export const mismatches: Mismatch[] = [] satisfies never[];
declare const mismatch: Mismatch;
mismatch satisfies never;
`;

/** Without \`strict\`, as Next writes a tsconfig. */
const loose = `
import { safeParseWebhookEvent } from "leanix-webhook-events";

const result = safeParseWebhookEvent("{}");
if (!result.success) console.error(result.error.message);
else console.log(result.data.type);
`;

/** The helpers of a receiver's tests, of a PULL webhook and of a report. */
const helpers = `
import { type DriftFinding, reportDrift } from "leanix-webhook-events/drift";
import { accessTokens, pull } from "leanix-webhook-events/pull";
import { deliverAll, createDelivery, createPayload } from "leanix-webhook-events/testing";

const payload = createPayload("FACT_SHEET_UPDATED", { factSheet: { displayName: "Billing" } });
// @ts-expect-error: a misspelt field
createPayload("FACT_SHEET_UPDATED", { factSheet: { displayname: "Billing" } });
export const request: Request = createDelivery(payload, { authorization: "secret", envelope: true });
export const findings: DriftFinding[] = reportDrift([payload]);
export async function main(): Promise<void> {
  await deliverAll(() => new Response(), [payload], { duplicates: 0.5, shuffle: true, seed: 7 });
  const token = accessTokens({ url: "https://example.leanix.net", apiToken: "secret" });
  for await (const { events, commit } of pull({ url: "https://example.leanix.net", subscriptionId: "1", token })) {
    for (const { result } of events) result satisfies { success: boolean };
    await commit();
  }
}
`;

const callback = `/// <reference types="leanix-webhook-events/callback" />
if ("factSheet" in delivery.payload) delivery.payload = { text: delivery.payload.factSheet?.id };
else data.active = false;
// @ts-expect-error: no such field
delivery.activ = false;
`;

/** What Azure Functions' template makes of a receiver: each subpath that needs no zod, with few options. */
const azure = `
import { handleWebhookEvent, isEventOfType, isFieldOfType, parseWebhookEvent, type WebhookEvent } from "leanix-webhook-events";
import { reportDrift } from "leanix-webhook-events/drift";
import { examples } from "leanix-webhook-events/examples";
import { createReceiver } from "leanix-webhook-events/receiver";
import { createPayload } from "leanix-webhook-events/testing";

const event: WebhookEvent = parseWebhookEvent(createPayload("FACT_SHEET_CREATED"));
if (isEventOfType(event, "FACT_SHEET_CREATED", "FACT_SHEET_UPDATED"))
  for (const { data } of event.payload.factSheet.fields) if (isFieldOfType(data, "Lifecycle")) data.phases;
// @ts-expect-error: no such event
isEventOfType(event, "FACT_SHEET_RENAMED");
export const { azure } = createReceiver({
  authorization: { header: "secret" },
  handle: (event) => handleWebhookEvent(event, { COMMENT_CREATED: ({ payload }) => payload.id }, () => 0),
});
export const used: unknown[] = [reportDrift, examples.COMMENT_CREATED];
`;

/** Every subpath of package.json that is code, by a name of its own. */
const subpaths = Object.keys(require("leanix-webhook-events/package.json").exports)
  .filter((subpath) => !/[.*]json|^\.$|callback/.test(subpath))
  .map((subpath, index) => `import * as entry${index} from "leanix-webhook-events${subpath.slice(1)}";`)
  .join("\n");

const json = `
import schema from "leanix-webhook-events/schemas/2020-12/fact-sheet-created.json" with { type: "json" };
export const id: string = schema.$id;
`;

/** README's receiver: what it takes is Node's own request. */
const server = `
import { createServer } from "node:http";
import { createReceiver } from "leanix-webhook-events/receiver";

const { node } = createReceiver({ authorization: { header: "secret" }, handle: () => {} });
createServer(node).listen(3000);
`;

const programs = {
  "empty.ts": "export {};\n",
  "events.ts": switchOverEveryEvent,
  "events.cts": switchOverEveryEvent,
  "entries.ts": everyEntry,
  "entries.cts": everyEntry,
  "azure.ts": azure,
  "server.ts": server,
  "subpaths.ts": subpaths,
  "inferred.ts": inferred,
  "loose.ts": loose,
  "json.ts": json,
  "helpers.ts": helpers,
  "helpers.cts": helpers,
  "callback.js": callback,
};
mkdirSync(folder, { recursive: true });
mkdirSync(join(folder, "types"), { recursive: true });
symlinkSync(join(consumer, "node_modules/types-node-newest"), join(folder, "types/node"), "junction");
for (const [file, source] of Object.entries(programs)) writeFileSync(join(folder, file), source);

const resolutions = {
  NodeNext: { module: "NodeNext", moduleResolution: "NodeNext" },
  Bundler: { module: "ESNext", moduleResolution: "Bundler" },
};

describe.each(TYPESCRIPT_VERSIONS)("TypeScript %s", (version) => {
  describe.each(Object.entries(resolutions))("%s", (resolution, options) => {
    const commonJs = resolution === "NodeNext";

    test("compiles a switch over every event with the declarations checked, and loads none of zod's", () => {
      const files = commonJs ? ["events.ts", "events.cts"] : ["events.ts"];
      const loaded = compile(version, { ...options, skipLibCheck: false, listFiles: true }, files).split(/\r?\n/);
      expect(loaded.filter((file) => file.includes("leanix-webhook-events/dist/")).length).toBeGreaterThan(0);
      expect(loaded.filter((file) => /[\\/]zod[\\/]/.test(file))).toEqual([]);
    });

    test("compiles every entry with the declarations checked", () => {
      const files = ["entries.ts", "json.ts", ...(commonJs ? ["entries.cts"] : [])];
      // zod's own declarations name URL, which is a global of the browser's or of Node's declarations.
      const lib = ["ES2022", "DOM"];
      compile(version, { ...options, skipLibCheck: false, resolveJsonModule: true, lib }, files);
    });

    test.each(["zod", "zod-oldest"])("infers the interfaces from the schemas, with %s", (zod) => {
      const packages = `../node_modules/${zod}`;
      const paths = { zod: [`${packages}/index.d.ts`], "zod/v4/core": [`${packages}/v4/core/index.d.ts`] };
      compile(version, { ...options, skipLibCheck: false, lib: ["ES2022", "DOM"], paths }, ["inferred.ts"]);
    });

    test("compiles the helpers and a callback", () => {
      const files = ["helpers.ts", "callback.js", ...(commonJs ? ["helpers.cts"] : [])];
      const lib = ["ES2022", "DOM"];
      compile(version, { ...options, skipLibCheck: false, allowJs: true, checkJs: true, noEmit: true, lib }, files);
    });

    test("compiles a program without strict", () => {
      compile(version, { ...options, strict: false, exactOptionalPropertyTypes: false, lib: ["ES2022", "DOM"] }, [
        "loose.ts",
      ]);
    });

    test("instantiates at most 120 types to switch over every event", () => {
      expect(instantiations("events.ts") - instantiations("empty.ts")).toBeLessThanOrEqual(120);
    });

    /** Of the program's own; checking declarations that a program only uses is another 602, and 636 in 5.5. */
    function instantiations(file: string): number {
      const printed = compile(version, { ...options, skipLibCheck: true, extendedDiagnostics: true }, [file]);
      return Number(/^Instantiations:\s+(\d+)/m.exec(printed)![1]);
    }
  });
});

test("TypeScript compiles a server with the newest @types/node", () => {
  const options = { ...resolutions.NodeNext, typeRoots: ["types"], types: ["node"], skipLibCheck: true };
  compile("6.0", options, ["server.ts"]);
});

/** `module: commonjs` without `moduleResolution`, the default of Azure Functions, ts-jest and many others below TypeScript 6. */
describe.each([OLDEST_TYPESCRIPT, "5.5", "5.9"])("TypeScript %s, CommonJS", (version) => {
  const template = { module: "commonjs", esModuleInterop: true, exactOptionalPropertyTypes: false };

  test.each([true, false])("compiles a receiver for ES6, with the declarations checked: strict %s", (strict) => {
    compile(version, { ...template, strict, target: "es6", lib: undefined }, ["azure.ts"]);
  });

  test.skipIf(version === OLDEST_TYPESCRIPT).each([true, false])("finds every subpath: strict %s", (strict) => {
    compile(version, { ...template, strict, lib: ["ES2022", "DOM"] }, ["entries.ts", "subpaths.ts", "helpers.ts"]);
  });
});

function compile(version: string, options: object, files: readonly string[]): string {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: "ES2022",
    lib: ["ES2022"],
    types: [],
    ...options,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const { bin } = require(`typescript-${version}/package.json`) as { bin: { tsc: string } };
  return run(process.execPath, [join(consumer, "node_modules", `typescript-${version}`, bin.tsc)], folder);
}
