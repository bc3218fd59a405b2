import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test.each(readdirSync("docs/languages"))("the program of %s is shorter than twenty lines", (page) => {
  const programs = [
    ...readFileSync(`docs/languages/${page}`, "utf8").matchAll(/^`[^`\n]+`:\n\n```\w+\n(.*?)\n```$/gms),
  ];

  expect(programs).toHaveLength(1);
  expect(programs[0]![1]!.split("\n").length).toBeLessThan(20);
});
