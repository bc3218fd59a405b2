/**
 * Runs examples/receiver.ts and delivers every example to it, bare and wrapped, as LeanIX does; prints one line per event type, or all with
 * `--all`, then what is answered to broken bodies. Files that are named are delivered instead, byte by byte.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { eventTypes } from "../src/index.js";
import { type Example, readExamples } from "./examples.js";

interface Delivery {
  label: string;
  body: string | Buffer;
  /** The answer and the event that are expected; any event for a file of the reader's own. */
  status: number;
  event?: string;
  isShown: boolean;
}

const authorization = "Bearer of-the-demo";
const isAll = process.argv.includes("--all");
const files = process.argv.slice(2).filter((argument) => argument !== "--all");

const receiver = spawn(process.execPath, ["--import", "tsx", "examples/receiver.ts"], {
  env: { ...process.env, PORT: "0", LEANIX_AUTHORIZATION: authorization },
  stdio: ["ignore", "pipe", "ignore"],
});
const printed = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();

try {
  const url = (await printed.next()).value?.split(" ").at(-1);
  if (!url) throw new Error("examples/receiver.ts did not start");
  const deliveries =
    files.length > 0 ? files.flatMap(fromFile) : [...readExamples(eventTypes).flatMap(forms), ...broken()];
  for (const delivery of deliveries) await deliver(url, delivery);
  console.log(`${deliveries.length} deliveries, ${process.exitCode ? "not all" : "all"} answered as expected`);
} finally {
  receiver.kill();
}

async function deliver(url: string, { label, body, status, event = "", isShown }: Delivery): Promise<void> {
  const response = await fetch(url, { method: "POST", headers: { authorization }, body });
  // The receiver prints a line for each event that it handles, and answers with the error's line.
  const line: string = response.status === 204 ? (await printed.next()).value : await response.text();
  const isExpected = response.status === status && `${line} `.startsWith(event);
  if (isShown || !isExpected) console.log(response.status, line);
  if (!isExpected) fail(`${label}: expected ${status} ${event}`);
}

function forms({ file, variant, eventType, text, body }: Example): Delivery[] {
  const wrapped = JSON.stringify({
    id: "0b1f6a52-6d5c-4f0e-9a53-2f7d3f0c8e11",
    tags: ["pathfinder", eventType],
    payload: body,
  });
  const expected = { status: 204, event: `${eventType} ` };
  return [
    { ...expected, label: `${file}, bare`, body: text, isShown: isAll || variant === "" },
    { ...expected, label: `${file}, wrapped`, body: wrapped, isShown: isAll },
  ];
}

/** And the body of payload mode NO_PAYLOAD, which is not an error. */
function broken(): Delivery[] {
  const isShown = true;
  return [
    { label: "no payload", body: "{}", status: 204, event: "UNKNOWN EMPTY", isShown },
    {
      label: "a malformed event",
      body: '{"type":"FactSheetViewedEvent","id":"7"}',
      status: 202,
      event: "FACT_SHEET_VIEWED: id: ",
      isShown,
    },
    { label: "not JSON", body: '{"type":', status: 202, event: "webhook event: ", isShown },
    { label: "not UTF-8", body: Buffer.from('{"type":"ä"}', "latin1"), status: 202, event: "webhook event: ", isShown },
  ];
}

function fromFile(file: string): Delivery[] {
  try {
    return [{ label: file, body: readFileSync(file), status: 204, isShown: true }];
  } catch (error) {
    fail(`${file}: ${(error as Error).message}`);
    return [];
  }
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
