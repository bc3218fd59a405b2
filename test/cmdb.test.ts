import { expect, test } from "vitest";
import { parseWebhookEvent } from "../src/index.js";
import { emptyCmdb, sync } from "./cmdb.js";
import { exampleBody, examples } from "./examples.js";

test("a user's program takes every example", () => {
  const cmdb = emptyCmdb();

  for (const { text } of examples) sync(cmdb, parseWebhookEvent(text));
  sync(cmdb, parseWebhookEvent({ type: "RelationDeletedEvent", relation: 7 }));

  expect(cmdb.items.size).toBeGreaterThan(3);
  expect(cmdb.links.size).toBeGreaterThan(3);
  expect(cmdb.log.at(-1)).toBe("RELATION_DELETED: relation: expected object or null, received number");
});

test("it keeps what a fact sheet holds", () => {
  const cmdb = emptyCmdb();
  const body = exampleBody("fact-sheet-updated");

  sync(cmdb, parseWebhookEvent(body));

  const item = cmdb.items.get(body.factSheet.id)!;
  expect(item.name).toBe(body.factSheet.displayName);
  expect([...item.attributes.keys()]).toEqual(body.factSheet.fields.map(({ name }: { name: string }) => name));
  expect(item.subscribers.size).toBe(body.factSheet.subscriptions.length);
});
