/** What the check against the last release finds: each case changes one thing in the schemas as they are. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Library } from "../../scripts/generate/read/library.js";
import { readSchemas } from "../../scripts/generate/read/read-schemas.js";
import { asyncApi } from "../../scripts/generate/schemas/asyncapi.js";
import { jsonSchemas } from "../../scripts/generate/schemas/json-schemas.js";
import { openApi } from "../../scripts/generate/schemas/openapi.js";
import { breakingChanges, documentChanges } from "../../scripts/schema-compatibility/breaking-changes.js";
import { dialects, readSchema } from "../json-schemas.js";
import { temporaryFolder } from "../temporary-folder.js";

// biome-ignore lint/suspicious/noExplicitAny: a case reaches for one place in a large document
type Tree = any;

function changed(before: object, change: (tree: Tree) => void): Tree {
  const after = structuredClone(before);
  change(after);
  return after;
}

function rename(tree: Tree, from: string, to: string): void {
  tree[to] = tree[from];
  delete tree[from];
}

describe.each(dialects)("a schema in %s", (dialect) => {
  const schema = readSchema(dialect, "fact-sheet-created");
  const id = "$id" in schema ? "$id" : "id";
  const definitions = "$defs" in schema ? "$defs" : "definitions";

  test.each<[string, (schema: Tree) => void, string]>([
    ["another address", (schema) => (schema[id] = "x"), `: $id is x, was ${schema[id]}`],
    ["another title", (schema) => (schema.title = "Created"), ": title changed"],
    ["a definition is gone", (schema) => delete schema[definitions].Relation, "/Relation: gone"],
    ["a field is renamed", ({ properties }) => rename(properties, "userId", "user"), "/userId: gone"],
    ["a field is required no longer", ({ required }) => required.shift(), ": type is no longer required"],
    ["a field is required now", ({ required }) => required.push("cloned"), ": cloned is required now"],
    ["a type changes", ({ properties }) => (properties.id.type = "string"), "/id: type changed"],
    ["a constant changes", ({ properties }) => (properties.type.const = "Created"), "/type: const changed"],
    [
      "a kind of field data is gone",
      (schema) => schema[definitions].FieldValue.anyOf.shift(),
      `/FieldValue/anyOf: {"$ref":"#/${definitions}/StringValue"} is gone`,
    ],
  ])("%s", (_what, change, message) => {
    expect(breakingChanges(schema, changed(schema, change))).toEqual([message]);
  });

  test("other words, and what is new and optional, break nothing", () => {
    const after = changed(schema, ({ properties }) => {
      properties.id.description = "The number.";
      properties.added = { type: "string" };
    });

    expect(breakingChanges(schema, after)).toEqual([]);
  });
});

describe("the OpenAPI document", () => {
  const document = JSON.parse(readFileSync("schemas/openapi.json", "utf8"));

  test.each<[string, (document: Tree) => void, string]>([
    ["a webhook is gone", ({ webhooks }) => delete webhooks.COMMENT_CREATED, "/webhooks/COMMENT_CREATED: gone"],
    [
      "a webhook is renamed",
      ({ webhooks }) => rename(webhooks, "COMMENT_CREATED", "COMMENTED"),
      "/webhooks/COMMENT_CREATED: gone",
    ],
    [
      "another operationId",
      ({ webhooks }) => (webhooks.COMMENT_CREATED.post.operationId = "commented"),
      "/webhooks/COMMENT_CREATED/post/operationId: commented, was CommentCreated",
    ],
    [
      "a component is renamed",
      ({ components }) => rename(components.schemas, "Relation", "Link"),
      "/components/schemas/Relation: gone",
    ],
    [
      "a component's field is gone",
      ({ components }) => delete components.schemas.Relation.properties.id,
      "/components/schemas/Relation/id: gone",
    ],
    [
      "an empty body may hold fields",
      ({ components }) => delete components.schemas.NoPayload.maxProperties,
      "/components/schemas/NoPayload: maxProperties changed",
    ],
  ])("%s", (_what, change, message) => {
    expect(documentChanges(document, changed(document, change))).toEqual([message]);
  });

  test("another version and other words break nothing", () => {
    const after = changed(document, ({ info, webhooks }) => {
      info.version = "1.1.0";
      webhooks.COMMENT_CREATED.post.description = "Somebody commented.";
    });

    expect(documentChanges(document, after)).toEqual([]);
  });
});

describe("the AsyncAPI document", () => {
  const document = JSON.parse(readFileSync("schemas/asyncapi.json", "utf8"));

  test.each<[string, (document: Tree) => void, string]>([
    ["a channel is renamed", ({ channels }) => rename(channels, "webhook", "push"), "/channels/webhook: gone"],
    [
      "a channel loses a message",
      ({ channels }) => delete channels.webhook.messages.CommentCreated,
      "/channels/webhook/messages/CommentCreated: gone",
    ],
    [
      "an operation is renamed",
      ({ operations }) => rename(operations, "receiveEvent", "receive"),
      "/operations/receiveEvent: gone",
    ],
    [
      "a message is gone",
      ({ components }) => delete components.messages.CommentCreated,
      "/components/messages/CommentCreated: gone",
    ],
    [
      "a message has another name",
      ({ components }) => (components.messages.CommentCreated.name = "COMMENTED"),
      "/components/messages/CommentCreated/name: COMMENTED, was COMMENT_CREATED",
    ],
    [
      "a component is gone",
      ({ components }) => delete components.schemas.Relation,
      "/components/schemas/Relation: gone",
    ],
  ])("%s", (_what, change, message) => {
    expect(documentChanges(document, changed(document, change))).toEqual([message]);
  });
});

describe("breaks nothing", () => {
  test("a new event", () => {
    const { events, ...library } = readSchemas();
    const [, ...fewer] = events;

    expect(changesBetween({ ...library, events: fewer }, { ...library, events })).toEqual([]);
  });

  test("a new kind of field data", () => {
    const fewer = readSchemas();
    for (const { shape } of fewer.models.values()) if (shape.kind === "openUnion") shape.members.shift();

    expect(changesBetween(fewer, readSchemas())).toEqual([]);
  });

  function changesBetween(before: Library, after: Library): string[] {
    return [
      ...dialects.flatMap((dialect) => {
        const now = jsonSchemas(after, dialect, "1.1.0");
        return [...jsonSchemas(before, dialect, "1.0.0")].flatMap(([name, schema]) =>
          breakingChanges(schema, now.get(name)!),
        );
      }),
      ...[openApi, asyncApi].flatMap((print) => {
        const [was, is] = [before, after].map((library) =>
          print(library, jsonSchemas(library, "2020-12", "1.0.0"), "1.0.0"),
        );
        return documentChanges(was, is);
      }),
    ];
  }
});

describe("the command", () => {
  const folder = temporaryFolder("released", afterAll);

  function compareWith(version: string, change: (document: Tree) => void = () => {}) {
    const document = JSON.parse(readFileSync("schemas/openapi.json", "utf8"));
    cpSync("schemas", join(folder, "schemas"), { recursive: true });
    writeFileSync(join(folder, "schemas/openapi.json"), JSON.stringify(changed(document, change)));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
    return spawnSync(process.execPath, ["--import", "tsx", "scripts/schema-compatibility.ts", folder], {
      encoding: "utf8",
    });
  }
  const withAnotherWebhook = ({ webhooks }: Tree) => (webhooks.COMMENT_LIKED = {});

  test("passes the schemas of the same release", () => {
    const { status, stdout } = compareWith("1.0.0");

    expect(stdout).toBe("0 breaking changes since 1.0.0\n");
    expect(status).toBe(0);
  });

  test("fails if something is gone", () => {
    const { status, stdout } = compareWith("1.0.0", withAnotherWebhook);

    expect(stdout).toBe("openapi.json/webhooks/COMMENT_LIKED: gone\n1 breaking changes since 1.0.0\n");
    expect(status).toBe(1);
  });

  test("lets a new major version break", () => {
    const { status, stdout } = compareWith("0.9.0", withAnotherWebhook);

    expect(stdout).toContain("1 breaking changes since 0.9.0, in a new major version");
    expect(status).toBe(0);
  });
});
