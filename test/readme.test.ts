import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = ".cache/readme";
const blocks = [...readFileSync("README.md", "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!);
const files = blocks.map((_, index) => `block-${index}.mts`);

const paths = {
  "leanix-webhook-events": ["../../src/index.ts"],
  "leanix-webhook-events/zod": ["../../src/zod.ts"],
  "leanix-webhook-events/examples": ["../../src/examples.ts"],
  "leanix-webhook-events/schemas/*": ["../../schemas/*"],
};

function node(...args: string[]) {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(folder, "tsconfig.json") };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, output: `${stdout}${stderr}` };
}

function run(block: number, driver = ""): string {
  const file = join(folder, `run-${block}.mts`);
  writeFileSync(file, `${blocks[block]}\n${driver}`);
  const { status, output } = node("--import", "tsx", file);
  expect(status, output).toBe(0);
  return output;
}

test("the README's code compiles", { timeout: 60_000 }, () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, file] of files.entries()) writeFileSync(join(folder, file), blocks[index]!);
  const config = { extends: "../../tsconfig.json", compilerOptions: { paths }, include: [], files };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));

  const { status, output } = node("node_modules/typescript/bin/tsc", "-p", folder);

  expect(output).toBe("");
  expect(status).toBe(0);
  expect(blocks).toHaveLength(4);
});

test("the README's code runs", { timeout: 60_000 }, () => {
  expect(run(0)).toMatch(/^\w+: \S/);
  expect(run(2)).toContain("workspaceId");
  expect(run(3)).toBe("true false\n");
});

test("the README's receiver answers every delivery with 2xx", { timeout: 60_000 }, () => {
  const updated = readFileSync("examples/payloads/fact-sheet-updated.json", "utf8");
  const bodies = [updated, "{}", '{"type":"SomethingNewEvent"}', '{"type":"FactSheetViewedEvent"}', "{"];
  const driver = `for (const body of ${JSON.stringify(bodies)})
    console.log("status", (await receive(new Request("http://localhost/", { method: "POST", body }))).status);`;

  const statuses = run(1, driver).match(/^status \d+$/gm);

  expect(statuses).toEqual(["status 204", "status 204", "status 204", "status 202", "status 202"]);
});
