/** EventBridge's registry, which takes a JSON Schema of limited size. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { eventTypes } from "leanix-webhook-events";
import { expect, test } from "vitest";

const cwd = join(import.meta.dirname, "..");

test.skipIf(process.platform === "win32")("its registry gets a schema of each event, none above its limit", () => {
  const [, script] = /^```sh\n(.*?)^```$/ms.exec(readFileSync("docs/gateways/eventbridge.md", "utf8"))!;
  const aws = `aws() { [ "$2" != create-schema ] || echo "$5 $6 $(wc -m < schema.json | tr -d ' ')"; }`;
  const { stdout } = spawnSync("sh", ["-c", `${aws}\n${script}`], { cwd, encoding: "utf8" });
  rmSync(join(cwd, "schema.json"), { force: true });

  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(eventTypes.length);
  expect(lines).toContainEqual(expect.stringMatching(/^--schema-name leanix@FACT_SHEET_UPDATED [1-9]\d{4}$/));
  for (const line of lines) expect(Number(line.split(" ")[2])).toBeLessThan(100_000);
});
