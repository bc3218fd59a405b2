import { existsSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { pause } from "../../api/wait.js";
import { jsonOf } from "../../json/text.js";
import { wrap } from "../../testing/envelope.js";
import { readBodies } from "../input/bodies.js";
import { bodiesAsTheyAre } from "../input/bodies-as-they-are.js";
import type { Readable, SourcedBody } from "../input/bodies-of.js";
import { type EventNames, eventOption, isAskedFor } from "../input/event-filter.js";
import { exampleOf } from "../input/examples.js";
import { eventTypeOf, findEventType } from "../input/names.js";
import { authorizationOf, httpUrl } from "../input/request.js";
import { fitted } from "../output/fit.js";
import { type MakeCommand, print, printable, type Terminal, UsageError } from "../output/terminal.js";
import { verdictOf } from "../output/verdict.js";
import { deliver, type Outcome, type Target } from "../send/deliver.js";

interface Options {
  to?: string;
  event?: EventNames;
  variant?: string;
  wrapped?: boolean;
  repeat: number;
  rate?: number;
  authorization?: string;
}

const CONSEQUENCE =
  "LeanIX sends such a delivery again every 50 seconds, and switches the webhook off after ten days; with Ignore errors, it is lost";

export const send: MakeCommand = (terminal, exit) =>
  new Command("send")
    .description("Send an example or the bodies of a file as LeanIX does. Exit code 1 if one is not handled.")
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
    .option("--rate <n>", "send at most n bodies a second, one after the other", count)
    .option(
      "--authorization <value>",
      "value of the Authorization header; safer in LEANIX_AUTHORIZATION, which comes first",
    )
    .addHelpText(
      "after",
      `
Examples:
  npx leanix-webhook-events send FACT_SHEET_CREATED --to http://localhost:3000/
  LEANIX_AUTHORIZATION=secret npx leanix-webhook-events send body.json --to https://example.com/hook --wrapped
  npx leanix-webhook-events log … --json | npx leanix-webhook-events send - --to https://example.com/hook --rate 10`,
    )
    .action(async (what: string, options: Options) => exit(await run(what, options, terminal)));

async function run(what: string, options: Options, terminal: Terminal): Promise<number> {
  const target = targetOf(options, terminal);
  const fates = { handled: 0, left: 0, "to be sent again": 0 };
  const paced = pacer(options.rate);
  for await (const sourced of bodiesOf(what, options, terminal)) {
    const deliver = delivererOf(sourced, options, target);
    for (let times = 0; times < options.repeat; times++) {
      await paced();
      const { line, fate } = await deliver();
      await print(terminal, fitted(printable(sourced.source), printable(line), terminal));
      fates[fate]++;
    }
  }
  const all = Object.values(fates).reduce((sum, count) => sum + count);
  // What is piped in may be nothing: no delivery was lost.
  if (all === 0 && what !== "-")
    throw new UsageError(`${what}: no body${options.event ? " of these events" : ""} in it`);
  const sum = Object.entries(fates).map(([fate, count]) => `${count} ${fate}`);
  if (all !== 1) await print(terminal, sum.join(", "));
  if (fates["to be sent again"] > 0) await print(terminal, fitted("to be sent again", CONSEQUENCE, terminal));
  return fates.handled === all ? 0 : 1;
}

/** Waits before each delivery but the first, so that no more than `rate` begin in a second. */
function pacer(rate: number | undefined): () => Promise<void> {
  let next = 0;
  return async () => {
    if (rate === undefined) return;
    await pause(next - performance.now(), undefined);
    next = performance.now() + 1000 / rate;
  };
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

/** Whether the argument looks like a path, existing or not. */
export function isPath(what: string): boolean {
  return what === "-" || (findEventType(what) === undefined && (existsSync(what) || /[./\\]/.test(what)));
}

function delivererOf(sourced: SourcedBody, { wrapped }: Options, target: Target): () => Promise<Outcome> {
  if (sourced.unreadable !== undefined) return async () => ({ line: `not sent: ${sourced.unreadable}`, fate: "left" });
  const payload = wrapped ? wrap(parsedOf(sourced)) : (sourced.text ?? sourced.body);
  return () => deliver(payload, target);
}

/** The parsed body, which can be JSON text. */
function parsedOf({ body }: Readable): unknown {
  return typeof body === "string" ? (jsonOf(body) ?? body) : body;
}

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected an integer from 1");
}
