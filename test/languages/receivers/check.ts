import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deliveryKeyOf } from "../../../src/index.js";
import { createReceiver } from "../../../src/receiver.js";
import { type Row, rowOf, skippedRow } from "../harness/row.js";
import { type Receiver, type Started, start, versionOf } from "./receiver.js";
import { deliveries, failingKey, marker, oldSecret, secret } from "./requests.js";
import { send } from "./send.js";

/** A page's receiver must answer every delivery as ours does. */
export async function checkReceiver(receiver: Receiver, packageUrl: string, answers: number[]): Promise<Row> {
  const { language: name, toolchain, tool } = receiver;
  const version = versionOf(receiver);
  const missing = Object.keys(toolchain).find((program) => {
    const [command, ...options] = toolchain[program]!;
    return spawnSync(command!, options).status !== 0;
  });
  if (missing) return skippedRow({ name }, `no ${missing}`, { tool: `a receiver with ${tool}`, version });
  const problems: string[] = [];
  let started: Started | undefined;
  try {
    started = await start(receiver, packageUrl);
    console.log(`${tool}: ${Math.round(started.took / 1000)} s from an empty folder to the first event`);
    problems.push(...(await differences(started, answers)), ...formatting(receiver, started));
  } catch (error) {
    problems.push((error as Error).message);
  } finally {
    await started?.stop();
  }
  return rowOf({ name }, { tool: `a receiver with ${tool}`, version }, "", () => ({
    bodies: sent.length,
    result: problems.length > 0 ? "failed" : "answers as ours does",
    problems,
  }));
}

const sent = deliveries();

async function differences({ url, output }: Started, answers: number[]): Promise<string[]> {
  const problems: string[] = [];
  for (const [index, delivery] of sent.entries()) {
    const status = await send(url, delivery).catch((error: Error) => error.message);
    const expected = delivery.status ?? answers[index];
    if (status !== expected) problems.push(`${delivery.name}: answers ${status}, not ${expected}`);
  }
  const written = output();
  const lines = written.split("\n");
  for (const { name, printed } of sent)
    if (printed && !lines.some((line) => line.startsWith(printed))) problems.push(`${name}: does not print ${printed}`);
  if (written.includes(marker)) problems.push("a value of a refused body is in the log");
  return problems;
}

function formatting({ formatter, page }: Receiver, { folder }: Started): string[] {
  if (!formatter) return [];
  const [command, ...options] = formatter;
  const { status, stdout } = spawnSync(command!, options, { cwd: folder, encoding: "utf8" });
  return status === 0 && stdout === ""
    ? []
    : [`docs/languages/${page} is not as ${command} writes it: ${stdout.slice(0, 1000)}`];
}

/** The answers of this package's own receiver. */
export async function ownAnswers(): Promise<number[]> {
  const { node } = createReceiver({
    authorization: { header: [secret, oldSecret] },
    handle: (event) => {
      if (deliveryKeyOf(event) === failingKey) throw new Error("not stored");
    },
    onInvalid: () => {},
    onError: () => {},
    onRefused: () => {},
  });
  const server = createServer(node);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answers: number[] = [];
  for (const delivery of sent) answers.push(await send(`http://127.0.0.1:${port}`, delivery));
  server.close();
  return answers;
}
