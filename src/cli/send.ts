import { existsSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { deliveryOf } from "../testing/delivery.js";
import { wrap } from "../testing/envelope.js";
import { readBodies, type SourcedBody } from "./bodies.js";
import { eventTypeOf, findEventType } from "./names.js";
import { readExample } from "./package-files.js";
import { type MakeCommand, print, type Terminal, UsageError } from "./terminal.js";

interface Options {
  to: string;
  variant?: string;
  wrapped?: boolean;
  repeat: number;
  authorization?: string;
}

const MAX_ANSWER_LENGTH = 500;

export const send: MakeCommand = (terminal, exit) =>
  new Command("send")
    .description("Send an example or the bodies of a file as LeanIX does. Exit code 1 if an answer is not 2xx.")
    .argument("<event | file>", "an event type, for example FACT_SHEET_CREATED, or a file or folder of bodies")
    .requiredOption("--to <url>", "target URL of the webhook", httpUrl)
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
  let failed = false;
  for await (const { source, body } of bodiesOf(what, options, terminal)) {
    const payload = options.wrapped ? wrap(body) : body;
    for (let times = 0; times < options.repeat; times++) {
      const { line, isAcknowledged } = await deliver(payload, options, terminal);
      await print(terminal, `${source}: ${line}`);
      failed ||= !isAcknowledged;
    }
  }
  return failed ? 1 : 0;
}

async function* bodiesOf(what: string, { variant }: Options, terminal: Terminal): AsyncGenerator<SourcedBody> {
  const isFile = findEventType(what) === undefined && (existsSync(what) || /[./\\]/.test(what));
  if (isFile) return yield* readBodies([what], terminal);
  const type = eventTypeOf(what);
  yield { source: type, body: JSON.parse(await readExample(type, variant, terminal)) };
}

async function deliver(payload: unknown, { to, ...options }: Options, terminal: Terminal) {
  const authorization = authorizationOf(options, terminal);
  const started = performance.now();
  try {
    const response = await fetch(deliveryOf(payload, { url: to, ...(authorization && { authorization }) }));
    const answer = (await response.text()).trim().slice(0, MAX_ANSWER_LENGTH);
    const time = `${Math.round(performance.now() - started)} ms`;
    const line = [`${response.status} ${response.statusText}`.trim(), time, ...(answer ? [answer] : [])].join(", ");
    return { line, isAcknowledged: response.ok };
  } catch (error) {
    const { cause = error } = error as Error;
    return {
      line: `no answer: ${(cause as NodeJS.ErrnoException).code ?? (cause as Error).message}`,
      isAcknowledged: false,
    };
  }
}

/** Refused here, because the error of `fetch` would show it. */
function authorizationOf({ authorization }: Pick<Options, "authorization">, { env }: Terminal): string | undefined {
  const value = env.LEANIX_AUTHORIZATION ?? authorization;
  if (value === undefined || /^[\x20-\x7e]*$/.test(value)) return value;
  throw new UsageError("the Authorization header holds a character that is not printable ASCII");
}

/** An address of HTTP. */
export function httpUrl(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError("expected a URL such as http://localhost:3000/");
}

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected an integer from 1");
}
