/** The whole receiver of a page, made in an empty folder as the page says, and started. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../free-port.js";
import { workRoot } from "../harness/schemas.js";
import { packageHost } from "./package-server.js";
import { stepsOf } from "./page.js";
import { connects, ended, run } from "./process.js";
import { oldSecret } from "./requests.js";

export interface Receiver {
  /** As the table shows it. */
  language: string;
  /** What it is made with: `Flask`. */
  tool: string;
  /** What stands before its version on the page. */
  pinned: string;
  /** In `docs/languages/`; the last two commands start the receiver and send it an event. */
  page: string;
  toolchain: Record<string, string[]>;
  /** A line of the program, and what the test puts below it: an error for {@link failingKey}. */
  failure: [line: string, statement: string];
  /** Prints nothing and succeeds if the program is formatted as its language is. */
  formatter?: string[];
  /** A program of the page that cannot be had here, and what runs in its place. */
  instead?: [program: string, replacement: string];
  /** What the page leaves to the reader, such as a lock of the tools' own dependencies. */
  environment?: Record<string, string>;
}

/** The version that the page installs. */
export function versionOf({ page, pinned }: Receiver): string {
  const text = readFileSync(`docs/languages/${page}`, "utf8");
  return text.split(pinned)[1]?.match(/[0-9]+(?:\.[0-9]+)+/)?.[0] ?? "";
}

export interface Started {
  /** Where the page's files are. */
  folder: string;
  url: string;
  /** What it has written, to both of its outputs. */
  output: () => string;
  /** Milliseconds from the empty folder to the answer to the first event. */
  took: number;
  stop: () => Promise<void>;
}

const port = "3000";
/** A toolchain with nothing in its caches, on a machine that does other work. */
const patience = 20 * 60_000;

/** Types what the page says in an empty folder, and waits for the answer to the page's event. */
export async function start(receiver: Receiver, packageUrl: string): Promise<Started> {
  const folder = join(workRoot, "receivers", receiver.page.replace(".md", ""));
  rmSync(folder, { recursive: true, force: true });
  const empty = join(folder, "empty");
  mkdirSync(empty, { recursive: true });
  const free = await freePort();
  const { script, send } = scriptOf(receiver, join(folder, "files"), (text) =>
    text.replaceAll(port, String(free)).replaceAll(packageHost, packageUrl),
  );
  const began = Date.now();
  const output: string[] = [];
  const child = run(script, empty, { ...receiver.environment, LEANIX_AUTHORIZATION_OLD: oldSecret }, output);
  const stop = async () => {
    if (child.exitCode === null) process.kill(-child.pid!, "SIGTERM");
    await ended(child);
  };
  try {
    while (!(await connects(free))) {
      if (child.exitCode !== null || Date.now() - began > patience) throw new Error("does not start");
      await sleep(100);
    }
    const sent: string[] = [];
    await ended(run(send, empty, {}, sent));
    if (!sent.join("").includes(" 204 ")) throw new Error(`answers its first event with ${sent.join("")}`);
  } catch (error) {
    await stop();
    throw new Error(`docs/languages/${receiver.page}: ${(error as Error).message}\n${output.join("").slice(-3000)}`);
  }
  return {
    folder: empty,
    url: `http://127.0.0.1:${free}/leanix`,
    output: () => output.join(""),
    took: Date.now() - began,
    stop,
  };
}

/** The page's commands and files in their order, but the last command, which sends an event to what the others started. */
function scriptOf({ page, failure, instead = ["", ""] }: Receiver, files: string, here: (text: string) => string) {
  const steps = stepsOf(page);
  const send = steps.pop();
  if (!send || !("command" in send)) throw new Error(`docs/languages/${page} does not end with a command`);
  if (!steps.some((step) => "text" in step && step.text.includes(failure[0])))
    throw new Error(`docs/languages/${page} has no line ${failure[0]}`);
  const script = steps.map((step) => {
    if ("command" in step) return here(step.command).replace(...instead);
    const saved = join(files, step.file);
    mkdirSync(dirname(saved), { recursive: true });
    writeFileSync(
      saved,
      here(step.text).replace(failure[0], () => failure.join("\n")),
    );
    return `mkdir -p '${dirname(step.file)}' && cp '${saved}' '${step.file}'`;
  });
  return { script: ["set -e", ...script].join("\n"), send: here(send.command) };
}
