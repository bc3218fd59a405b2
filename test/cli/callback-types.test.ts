/** What people write in callbacks compiles with the types of `leanix-webhook-events/callback`, and mistakes do not. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compile, writeSnippets } from "../docs/snippets.js";
import { suppress } from "./callbacks.js";

const folder = ".cache/callback-types";

const callbacks = {
  suppress,
  "by-type": `
    if (delivery.payload.type === "CommentCreatedEvent") {
      delivery.payload = { text: delivery.payload.message?.toUpperCase(), about: delivery.payload.fsIdAndRev.id };
    }`,
  "in-a-constant": `
    const payload = data.payload;
    if (payload.type !== "FactSheetUpdatedEvent") data.active = false;
    else data.payload = payload.factSheet.fields.map(({ name }) => name);`,
  switched: `
    const { payload } = delivery;
    switch (payload.type) {
      case "FactSheetCreatedEvent":
      case "FactSheetUpdatedEvent":
        delivery.payload = { text: payload.factSheet.displayName };
        break;
      case "RelationArchivedEvent":
        delivery.payload = { text: payload.relation?.type };
        break;
      case undefined:
        delivery.payload = { text: payload.automation.id };
        break;
      default:
        delivery.active = false;
    }`,
  destructured: `
    const { type, factSheet, workspaceId } = delivery.payload;
    delivery.payload = { type, name: factSheet?.displayName, workspaceId };`,
  "without-type": `
    if (delivery.payload.factSheet) delivery.payload = { text: delivery.payload.factSheet.displayName };
    else if ("commentId" in delivery.payload) delivery.payload = { id: delivery.payload.commentId };
    if (data.payload.progress === "FINISHED") data.payload = { text: data.payload.synchronizationId.length };
    if (data.payload.automation) data.payload = { text: data.payload.tag.trim() };`,
  "by-text": `
    const { type = "" } = delivery.payload;
    delivery.active = ["FactSheetCreatedEvent", "FactSheetUpdatedEvent"].includes(type) || type.startsWith("Comment");
    const texts = { CommentCreatedEvent: "A comment." };
    if (type in texts) delivery.targetUrl += "?" + type;
    if (String(type) === "an integration's name") delivery.targetMethod = "PUT";`,
  mistakes: `
    // @ts-expect-error: no event is called so
    delivery.active = delivery.payload.type === "CommentCreated";
    // @ts-expect-error: no event has it
    delivery.payload.factsheet;
    // @ts-expect-error: not every event has one
    delivery.payload.factSheet.id;
    // @ts-expect-error: a delivery has no such field
    delivery.activ = false;`,
};

test("callbacks", () => {
  const reference = '/// <reference types="leanix-webhook-events/callback" />';
  writeSnippets(
    folder,
    Object.entries(callbacks).map(([name, code]) => ({ file: `${name}.js`, code: `${reference}\n${code}\n` })),
  );
  // A reference to types is looked for in node_modules alone.
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules", "leanix-webhook-events"), "junction");

  // Each for itself, as modules: constants of scripts would meet.
  expect(compile(folder, { allowJs: true, checkJs: true, moduleDetection: "force" }, ["*.js"])).toBe("");
});
