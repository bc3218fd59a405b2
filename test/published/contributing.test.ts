/** The steps of CONTRIBUTING.md for a field, an event and a category, in a copy: green at the first try. */
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { run } from "./run.js";

function copyOfTheProject(): string {
  const copy = temporaryFolder("contributing");
  // As it is here, committed or not.
  const files = run("git", ["ls-files", "--cached", "--others", "--exclude-standard"]).trim().split("\n");
  for (const file of files.filter((file) => existsSync(file))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`${file}: nothing to change`);
  writeFileSync(file, changed);
}

function event(category: string, eventType: string, className: string): string {
  return `
/** Body of ${eventType}. */
export const ${category}PayloadSchema = definePayload({
  eventType: "${eventType}",
  evidence: "sample",
  description: "Something happened.",
  shape: {
    ...eventBase("${className}"),
    what: z.string().nullish().describe("What happened."),
  },
});
`;
}

function example(type: string): string {
  return JSON.stringify({ id: 1, type, workspaceId: "w", createdAt: "2026-01-31T09:00:00Z", what: "It." }, null, 2);
}

test("a field, an event and a category", { timeout: 1_200_000 }, () => {
  const copy = copyOfTheProject();
  const at = (file: string) => join(copy, file);

  edit(at("src/zod/models/relation.ts"), (text) =>
    text.replace(
      "  status: knownValues",
      '  reason: z.string().nullish().describe("Why it is there."),\n  status: knownValues',
    ),
  );
  appendFileSync(at("src/events/comments.ts"), event("commentResolved", "COMMENT_RESOLVED", "CommentResolvedEvent"));
  writeFileSync(at("examples/payloads/comment-resolved.json"), example("CommentResolvedEvent"));
  const imports = readFileSync("src/events/tags.ts", "utf8").split("\n").slice(0, 3).join("\n");
  writeFileSync(
    at("src/events/reminders.ts"),
    `${imports.replace(", factSheetRef", "")}\n${event("reminderCreated", "REMINDER_CREATED", "ReminderCreatedEvent")}`,
  );
  edit(at("src/catalog/category-titles.ts"), (text) => text.replace("};", '  reminders: "Reminders",\n};'));
  edit(at("src/events/index.ts"), (text) => `${text}export * as reminders from "./reminders.js";\n`);
  writeFileSync(at("examples/payloads/reminder-created.json"), example("ReminderCreatedEvent"));

  run("npm", ["run", "generate"], copy);
  const printed = run("npm", ["test"], copy, { ...process.env, PREBUILT: "" });

  expect(printed).toMatch(/Tests .*passed/);
  expect(readFileSync(at("src/generated/types.ts"), "utf8")).toContain("Why it is there.");
  expect(readFileSync(at("README.md"), "utf8")).toContain("`COMMENT_RESOLVED`");
  expect(readFileSync(at("package.json"), "utf8")).toContain("./dist/reminders.js");
});
