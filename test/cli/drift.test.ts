import { expect, test } from "vitest";
import { exampleBody } from "../examples.js";
import { cli, lines } from "./run.js";

const body = JSON.stringify({ ...exampleBody("fact-sheet-viewed"), channel: "hunter2" });
const finding = { event: "FACT_SHEET_VIEWED", kind: "unknown field", path: "channel", saw: "string", bodies: 2 };

test("the examples have no finding", async () => {
  const { code, output } = await cli(["drift", "examples/payloads"]);

  expect(code).toBe(0);
  expect(output).toMatch(/^0 findings in \d+ bodies\n$/);
  expect(JSON.parse((await cli(["drift", "examples/payloads", "--json"])).output)).toEqual([]);
});

test("findings are merged and printed, without a value", async () => {
  const input = `${body}\n${body}\n{"type":"hunter2"}\n`;

  const { output } = await cli(["drift"], { input });

  expect(lines(output)).toEqual([
    "FACT_SHEET_VIEWED           unknown field        channel  string  (2)",
    "UNKNOWN                     unknown event        -        object with type  (1)",
    "2 findings in 3 bodies",
  ]);
  expect(JSON.parse((await cli(["drift", "--json"], { input })).output)[0]).toEqual(finding);
});

test("a broken line is wrong use", async () => {
  const { code, output, errors } = await cli(["drift"], { input: `${body}\n{\n` });

  expect([code, output, errors]).toEqual([2, "", "error: -:2: not JSON\n"]);
});

test("progress is shown where the work is long, on a terminal alone", async () => {
  async function* slow() {
    for (let times = 0; times < 4; times++) {
      yield Buffer.from(`${body}\n`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
  const input = slow() as never;

  const shown = await cli(["drift"], { input, tty: { errors: true } });
  const hidden = await cli(["drift"], { input: slow() as never });

  expect(shown.errors).toMatch(/^(?:\r\d bodies)+\r/);
  expect(shown.errors).toContain("\r\u001b[K");
  expect(hidden.errors).toBe("");
});
