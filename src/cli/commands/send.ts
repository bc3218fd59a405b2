import { existsSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { jsonOf } from "../../json/text.js";
import { createDelivery } from "../../testing/delivery.js";
import { wrap } from "../../testing/envelope.js";
import { readBodies } from "../input/bodies.js";
import { bodiesAsTheyAre } from "../input/bodies-as-they-are.js";
import type { Readable, SourcedBody } from "../input/bodies-of.js";
import { type EventNames, eventOption, isAskedFor } from "../input/event-filter.js";
import { exampleOf } from "../input/examples.js";
import { eventTypeOf, findEventType } from "../input/names.js";
import { authorizationOf, beginningOf, failureOf, httpUrl, TIMEOUT_MS } from "../input/request.js";
import { fitted } from "../output/fit.js";
import { type MakeCommand, print, printable, type Terminal, UsageError } from "../output/terminal.js";
import { verdictOf } from "../output/verdict.js";

interface Options {
  to?: string;
  event?: EventNames;
  variant?: string;
  wrapped?: boolean;
  repeat: number;
  authorization?: string;
}

/** Where deliveries go, and with which Authorization header. */
interface Target {
  url: string;
  authorization?: string;
}

const REPEATED = "LeanIX would send it again";

const CONSEQUENCE =
  "LeanIX sends such a delivery again every 50 seconds, and switches the webhook off after ten days; with Ignore errors, it is lost";

const MAX_ANSWER_BYTES = 500;

export const send: MakeCommand = (terminal, exit) =>
  new Command("send")
    .description("Send an example or the bodies of a file as LeanIX does. Exit code 1 if an answer is not 2xx.")
    .argument(
      "<event | file>",
      "an event type, for example FACT_SHEET_CREATED; or a file or folder of bodies, - for standard input",
    )
    // Required, but not to commander, which would say so before it says that an option is misspelt.
    .option("--to <url>", "target URL of the webhook", httpUrl)
    .addOption(eventOption())
    .option("--variant <name>", "another example of the event, for example minimal")
    .option("--wrapped", "send it in an envelope, as payload mode WRAPPED_EVENT does")
    .option("--repeat <n>", "send each body n times", count, 1)
    .option(
      "--authorization <value>",
      "value of the Authorization header; safer in LEANIX_AUTHORIZATION, which comes first",
    )
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events send FACT_SHEET_CREATED --to http://localhost:3000/
  LEANIX_AUTHORIZATION=secret npx leanix-webhook-events send body.json --to https://example.com/hook --wrapped`,
    )
    .action(async (what: string, options: Options) => exit(await run(what, options, terminal)));

async function run(what: string, options: Options, terminal: Terminal): Promise<number> {
  const target = targetOf(options, terminal);
  let bodies = 0;
  let sent = 0;
  let repeated = 0;
  let failed = false;
  for await (const sourced of bodiesOf(what, options, terminal)) {
    bodies++;
    const deliver = delivererOf(sourced, options, target);
    for (let times = 0; times < options.repeat; times++) {
      const { line, isAcknowledged } = await deliver();
      await print(terminal, fitted(printable(sourced.source), printable(line), terminal));
      failed ||= !isAcknowledged;
      if (sourced.unreadable !== undefined) continue;
      sent++;
      if (!isAcknowledged) repeated++;
    }
  }
  if (bodies === 0) throw new UsageError(`${what}: no body${options.event ? " of these events" : ""} in it`);
  if (repeated > 0) await print(terminal, fitted(`${repeated} of ${sent} not acknowledged`, CONSEQUENCE, terminal));
  return failed ? 1 : 0;
}

function targetOf({ to, authorization }: Options, terminal: Terminal): Target {
  if (to === undefined) throw new UsageError("required option '--to <url>' not specified");
  const header = authorizationOf(terminal, authorization);
  return { url: to, ...(header !== undefined && { authorization: header }) };
}

async function* bodiesOf(what: string, { variant, event }: Options, terminal: Terminal): AsyncGenerator<SourcedBody> {
  if (isPath(what)) {
    if (variant !== undefined) throw new UsageError("--variant is for the example of an event, not for a file");
    for await (const found of readBodies([what], terminal, () => {}, bodiesAsTheyAre))
      for (const sourced of found) if (isSent(sourced, event)) yield sourced;
  } else {
    if (event !== undefined) throw new UsageError("--event is for a file, not for the example of an event");
    const type = eventTypeOf(what);
    yield { source: type, body: exampleOf(type, variant) };
  }
}

function isSent(sourced: SourcedBody, event: EventNames): boolean {
  return event === undefined || sourced.unreadable !== undefined || isAskedFor(event, verdictOf(sourced.body));
}

/** Whether a path is meant, also one that does not exist: then that is what is said of it. */
export function isPath(what: string): boolean {
  return what === "-" || (findEventType(what) === undefined && (existsSync(what) || /[./\\]/.test(what)));
}

interface Outcome {
  line: string;
  isAcknowledged: boolean;
}

function delivererOf(sourced: SourcedBody, { wrapped }: Options, target: Target): () => Promise<Outcome> {
  if (sourced.unreadable !== undefined)
    return async () => ({ line: `not sent: ${sourced.unreadable}`, isAcknowledged: false });
  const payload = wrapped ? wrap(parsedOf(sourced)) : (sourced.text ?? sourced.body);
  return () => deliver(payload, target);
}

/** The parsed body, which can be JSON text. */
function parsedOf({ body }: Readable): unknown {
  return typeof body === "string" ? (jsonOf(body) ?? body) : body;
}

async function deliver(payload: unknown, target: Target): Promise<Outcome> {
  const started = performance.now();
  try {
    const response = await fetch(createDelivery(payload, target), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer = (await beginningOf(response, MAX_ANSWER_BYTES)).trim();
    const time = `${Math.round(performance.now() - started)} ms`;
    const status = `${response.status} ${response.statusText}`.trim();
    const verdict = response.ok ? "acknowledged" : REPEATED;
    return {
      line: [`${status} (${verdict})`, time, ...(answer ? [answer] : [])].join(", "),
      isAcknowledged: response.ok,
    };
  } catch (error) {
    return { line: `${failureOf(error)} (${REPEATED})`, isAcknowledged: false };
  }
}

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected an integer from 1");
}
