/** What an editor shows of an event, before it is narrowed and after. */
import ts from "typescript";
import { expect, test } from "vitest";

const source = `
import { isEventOfType, type PartialWebhookEventHandlers, type WebhookEvent } from "../src/index.js";
declare const event: WebhookEvent;
export const any = event.type, anyPayload = event.payload;
if (event.type !== "UNKNOWN") event.payload.id;
if (isEventOfType(event, "COMMENT_CREATED")) [event.type, event.payload.message];
export const handlers: PartialWebhookEventHandlers = { UNKNOWN() {} };
`;
const file = ts.sys.resolvePath("test/editor.ts");
const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  getCompilationSettings: () => ts.parseJsonConfigFileContent(config, ts.sys, ".").options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot(name) {
    const text = name === file ? source : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
});

/** The comment on the last word of a piece of the source. */
function comment(piece: string): string {
  const info = service.getQuickInfoAtPosition(file, source.indexOf(piece) + piece.length - 1)!;
  return ts.displayPartsToString(info.documentation);
}

/** What can follow a piece of the source. */
function completions(piece: string): string[] {
  const { entries } = service.getCompletionsAtPosition(file, source.indexOf(piece) + piece.length, {})!;
  return entries.map(({ name }) => name);
}

test.each(["any = event.type", "if (event.type", "[event.type"])("%s says one thing", (piece) => {
  expect(comment(piece)).toBe("The event type, or `UNKNOWN`. Compare it to narrow the event and its payload.");
});

test("a payload that is not narrowed yet says how to narrow it", () => {
  expect(comment("anyPayload = event.payload")).toBe(
    "The body, unchanged, without its envelope. Narrow by `event.type` first: until then its type is `unknown`.",
  );
});

test("a narrowed payload completes its fields, one that is not UNKNOWN those that every event has", () => {
  expect(completions(`if (event.type !== "UNKNOWN") event.payload.`)).toEqual(
    expect.arrayContaining(["createdAt", "id", "workspaceId"]),
  );
  expect(completions("[event.type, event.payload.")).toContain("message");
});

test("a map of handlers completes the event types", () => {
  expect(completions("PartialWebhookEventHandlers = { ")).toEqual(
    expect.arrayContaining(["COMMENT_CREATED", "UNKNOWN"]),
  );
});
