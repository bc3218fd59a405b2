import { Command, Option } from "commander";
import { accessTokens } from "../../api/access-tokens.js";
import { LeanixApiError } from "../../api/error.js";
import type { TokenProvider } from "../../api/token.js";
import type { DeliverySelection } from "../../log/options.js";
import { readLog } from "../../log/read-delivery-log.js";
import type { DeliveryVerdict } from "../../log/row.js";
import { GoneError } from "../../log/second-pass.js";
import { type EventNames, eventOption, isAskedFor } from "../input/event-filter.js";
import { failureOf } from "../input/request.js";
import { sinceOf } from "../input/since.js";
import { jsonLogRow, printLogRow } from "../output/log-row.js";
import { createOwnersFile } from "../output/owners-file.js";
import { startProgress } from "../output/progress.js";
import { type MakeCommand, print, printable, type Terminal, UsageError } from "../output/terminal.js";
import { verdictOf } from "../output/verdict.js";

interface Options {
  url?: string;
  subscription?: string;
  since: string;
  only: DeliverySelection;
  event?: EventNames;
  json?: boolean;
  out?: string;
}

const FAILED = 1;

export const log: MakeCommand = (terminal, exit) =>
  new Command("log")
    .description("Read LeanIX's log of the last 30 days: what a PUSH webhook's receiver lost, the oldest first.")
    // Required, but not to commander, which would say so before it says that an option is misspelt.
    .option("--url <url>", "address of the workspace's host, for example https://example.leanix.net")
    .option("--subscription <id>", "id of the webhook")
    .option("--since <time>", "the oldest delivery: 7d, 12h or an ISO 8601 time", sinceOf, sinceOf("30d"))
    .addOption(
      new Option("--only <which>", "lost: events that no delivery of was handled; events: one delivery for each event")
        .choices(["lost", "events", "all"])
        .default("lost"),
    )
    .addOption(eventOption())
    .option("--json", "print a JSON line for each delivery, with its body, for validate, drift and send")
    .option("--out <file>", "write the JSON lines to a new file that only you can read")
    .addHelpText(
      "after",
      `
The API token of a technical user is read from LEANIX_API_TOKEN, or an access token from LEANIX_ACCESS_TOKEN.

Examples:
  npx leanix-webhook-events log --url https://example.leanix.net --subscription <id>
  npx leanix-webhook-events log --url … --subscription … --only events --json | npx leanix-webhook-events drift
  npx leanix-webhook-events log --url … --subscription … --since 2d --json |
    npx leanix-webhook-events send - --to https://example.com/hook`,
    )
    .action(async (options: Options) => exit(await run(options, terminal)));

async function run(options: Options, terminal: Terminal): Promise<number> {
  const progress = startProgress(terminal, { printsRows: false, counted: "deliveries" });
  const rows = rowsOf(options, terminal, progress.step);
  const file = options.out === undefined ? undefined : await createOwnersFile(options.out);
  try {
    const counts = { FAILED: 0, REFUSED: 0, SUPPRESSED: 0, HANDLED: 0 };
    for await (const logged of rows) {
      const [{ body }, { verdict }] = logged;
      const judged = verdictOf(body);
      if (!isAskedFor(options.event, judged)) continue;
      progress.end();
      counts[verdict]++;
      if (file) await file.write(`${jsonLogRow(logged)}\n`);
      else await print(terminal, options.json ? jsonLogRow(logged) : printLogRow(logged, judged.event, terminal));
    }
    progress.end();
    await file?.close();
    if (file || !options.json) await print(terminal, sumOf(counts));
    return 0;
  } catch (error) {
    progress.end();
    await file?.discard();
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    terminal.errors.write(`error: ${printable(reason)}\n`);
    return FAILED;
  }
}

function rowsOf({ url, subscription, since, only }: Options, terminal: Terminal, onPage: (rows: number) => void) {
  if (url === undefined) throw new UsageError("required option '--url <url>' not specified");
  if (subscription === undefined) throw new UsageError("required option '--subscription <id>' not specified");
  try {
    const token = tokenOf(url, terminal);
    return readLog({ url, subscriptionId: subscription, token, since, only }, onPage);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

/** Never an argument, which would show in the list of processes. An empty variable is one that is not set. */
function tokenOf(url: string, { env }: Terminal): string | TokenProvider {
  const apiToken = env.LEANIX_API_TOKEN?.trim();
  if (apiToken) return accessTokens({ url, apiToken });
  const accessToken = env.LEANIX_ACCESS_TOKEN?.trim();
  if (accessToken) return accessToken;
  throw new UsageError("set LEANIX_API_TOKEN, or LEANIX_ACCESS_TOKEN");
}

/** Why the log could not be read to its end, in one line; undefined if it was not LeanIX or the network. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof LeanixApiError) {
    const { status, message, retryAfter } = error;
    const hint = hints[status] ?? (retryAfter === undefined ? undefined : `try again in ${retryAfter} s`);
    return hint === undefined ? message : `${message} (${hint})`;
  }
  if (error instanceof GoneError) return error.message;
  const { name, cause } = error as Error;
  if (name === "TimeoutError") return "a page of the log did not come to its end within 5 minutes";
  return cause === undefined ? undefined : failureOf(error);
}

const hints: Readonly<Record<number, string>> = {
  401: "is the token one of this workspace?",
  403: "may the token's user read the webhook?",
  404: "is --subscription the id of a PUSH webhook of this workspace?",
};

function sumOf(counts: Record<DeliveryVerdict, number>): string {
  const { FAILED, REFUSED, SUPPRESSED, HANDLED } = counts;
  return `${FAILED} failed, ${REFUSED} refused, ${SUPPRESSED} suppressed, ${HANDLED} handled`;
}
