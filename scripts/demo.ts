/**
 * Runs examples/receiver.ts and tells its story in a few rows, then delivers every example to it, bare and wrapped, and
 * prints the sum; `--all` lists them. Files that are named are delivered instead, byte by byte.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { eventTypes } from "../src/index.js";
import { readDeliveryLog, redeliver } from "../src/log.js";
import { createPayload } from "../src/testing.js";
import { type Example, readExamples } from "./examples.js";

interface Delivery {
  what: string;
  body: string | Buffer;
  status: number;
  /** How the receiver's line, or its answer, begins. */
  line?: string;
}

const authorization = "Bearer of-the-demo";
const isAll = process.argv.includes("--all");
const files = process.argv.slice(2).filter((argument) => argument !== "--all");
let delivered = 0;

const receiver = spawn(process.execPath, ["--import", "tsx", "examples/receiver.ts"], {
  env: { ...process.env, PORT: "0", LEANIX_AUTHORIZATION: authorization },
  stdio: ["ignore", "pipe", "ignore"],
});
const printed = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();

try {
  const url = (await printed.next()).value?.split(" ").at(-1);
  if (!url) throw new Error("examples/receiver.ts did not start");
  if (files.length > 0) for (const file of files) await deliver(url, fromFile(file), true);
  else await runDemo(url);
} finally {
  receiver.kill();
}

async function runDemo(url: string): Promise<void> {
  console.log("A receiver, and what LeanIX sends to it:\n");
  for (const delivery of story()) await deliver(url, delivery, true);
  await getBack(url);
  const every = readExamples(eventTypes).flatMap(forms);
  if (isAll) console.log("");
  for (const delivery of every) await deliver(url, delivery, isAll);
  const result = process.exitCode ? "not all" : "all";
  console.log(`\n${delivered} deliveries, ${eventTypes.length} event types: ${result} answered as expected`);
}

/** What the receiver prints next; nothing once it has ended. */
async function nextLine(): Promise<string> {
  const { value = "" } = await printed.next();
  return value;
}

async function deliver(url: string, { what, body, status, line = "" }: Delivery, isShown: boolean): Promise<void> {
  const response = await fetch(url, { method: "POST", headers: { authorization }, body });
  // The receiver prints a line for each event that it handles, and answers with the error's line.
  const said = response.status === 204 ? await nextLine() : await response.text();
  delivered++;
  const isExpected = response.status === status && `${said} `.startsWith(line);
  if (isShown || !isExpected) row(what, response.status, said);
  if (!isExpected) fail(`${what}: expected ${status} ${line}`);
}

function row(what: string, status: number | undefined, said: string): void {
  console.log(`${what.padEnd(isAll ? 60 : 18)} ${status}  ${said}`);
}

/** What happens to a receiver in a day. */
function story(): Delivery[] {
  const at = (transactionSequenceNumber: number, displayName: string) =>
    createPayload("FACT_SHEET_UPDATED", {
      id: transactionSequenceNumber,
      transactionSequenceNumber,
      factSheet: { displayName },
    });
  const created = createPayload("FACT_SHEET_CREATED", { id: 900_001, factSheet: { displayName: "Billing" } });
  const newer = at(900_003, "Billing, renamed");
  const wrong = { ...newer, id: 900_004, factSheet: { ...newer.factSheet, displayName: null } };
  return [
    { what: "created", body: JSON.stringify(created), status: 204, line: "FACT_SHEET_CREATED Billing" },
    { what: "updated", body: JSON.stringify(newer), status: 204, line: "FACT_SHEET_UPDATED Billing, renamed plan" },
    { what: "the same again", body: JSON.stringify(newer), status: 204, line: "FACT_SHEET_UPDATED came before" },
    {
      what: "an older one",
      body: JSON.stringify(at(900_002, "Billing")),
      status: 204,
      line: "FACT_SHEET_UPDATED is outdated",
    },
    {
      what: "a wrong field",
      body: JSON.stringify(wrong),
      status: 202,
      line: "FACT_SHEET_UPDATED: factSheet.displayName",
    },
    { what: "not JSON", body: '{"type":', status: 202, line: "webhook event: " },
    { what: "an unknown event", body: '{"type":"TodoCreatedEvent"}', status: 204, line: "UNKNOWN UNKNOWN_NAME" },
    { what: "without a payload", body: "{}", status: 204, line: "UNKNOWN EMPTY" },
  ];
}

/** What a receiver lost while it was down comes again from LeanIX's log, which a function stands in for. */
async function getBack(url: string): Promise<void> {
  const lost = createPayload("COMMENT_CREATED", { id: 900_005 });
  const createdAt = new Date(Date.now() - 60_000).toISOString();
  const rows = [
    { id: "d", eventId: "e", createdAt, payload: JSON.stringify(lost), targetUrl: url, httpStatus: 503, active: true },
  ];
  const log = readDeliveryLog({
    url: "https://example.leanix.net",
    subscriptionId: "of-the-demo",
    token: "of-the-demo",
    fetch: async (address) => {
      const data = new URL(String(address)).searchParams.get("page") === "1" ? rows : [];
      return Response.json({ status: "OK", total: rows.length, data });
    },
  });
  for await (const { status, outcome } of redeliver(log, url, { authorization })) {
    delivered++;
    const said = await nextLine();
    row("got back", status, said);
    if (outcome !== "HANDLED" || !said.startsWith("COMMENT_CREATED")) fail("got back: expected COMMENT_CREATED");
  }
}

function forms({ file, eventType, text, body }: Example): Delivery[] {
  const wrapped = JSON.stringify({
    id: "0b1f6a52-6d5c-4f0e-9a53-2f7d3f0c8e11",
    tags: ["pathfinder", eventType],
    payload: body,
  });
  const expected = { status: 204, line: `${eventType} ` };
  return [
    { ...expected, what: `${file.replace(/^.*\//, "")}, bare`, body: text },
    { ...expected, what: `${file.replace(/^.*\//, "")}, wrapped`, body: wrapped },
  ];
}

function fromFile(file: string): Delivery {
  try {
    return { what: file, body: readFileSync(file), status: 204 };
  } catch (error) {
    fail(`${file}: ${(error as Error).message}`);
    process.exit();
  }
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
