import { createHash, timingSafeEqual } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import { kebabCase } from "../names.js";
import { print, type Terminal } from "../terminal.js";
import { printVerdict, type Verdict, verdictOf } from "../verdict.js";

export interface ListenOptions {
  record?: string;
  forward?: string;
  values?: boolean;
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** Printed with the status. */
  note?: string;
}

/** A body of 20 MB and an envelope. */
const MAX_BYTES = 25_000_000;

/** Answers deliveries and prints a line for each. */
export function answerer(options: ListenOptions, terminal: Terminal): RequestListener {
  let deliveries = 0;
  return async (request, response) => {
    const refusal = refusalOf(request, terminal.env.LEANIX_AUTHORIZATION);
    const body = refusal ? undefined : await bodyOf(request).catch(() => undefined);
    if (refusal || !body) {
      const answer = refusal ?? { status: 413, headers: { connection: "close" }, note: "more than 25 MB, or cut off" };
      await print(terminal, `${clock()}  ${answer.status}  ${request.method}: ${answer.note}`);
      return reply(response, answer);
    }
    const verdict = verdictOf(body, options.values === true);
    const answer = await answerTo(request, body, verdict, options);
    if (options.record !== undefined) {
      await record(options.record, ++deliveries, body, verdict).catch((error: Error) => {
        answer.note = `not recorded: ${error.message}`;
      });
    }
    const place = [`${body.length.toLocaleString("en")} bytes`, answer.note].filter(Boolean).join(", ");
    await print(terminal, `${clock()}  ${answer.status}  ${printVerdict(verdict, place, terminal)}`);
    reply(response, answer);
  };
}

function refusalOf({ method, headers }: IncomingMessage, secret: string | undefined): Answer | undefined {
  if (method !== "POST") return { status: 405, headers: { allow: "POST" }, note: "LeanIX sends POST" };
  if (!secret || isSame(headers.authorization ?? "", secret)) return undefined;
  const note = headers.authorization === undefined ? "no Authorization header" : "another Authorization header";
  return { status: 401, headers: { "www-authenticate": "Basic" }, note };
}

/** Compares digests, so that the time says nothing of the secret. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

async function answerTo(
  request: IncomingMessage,
  body: Buffer,
  verdict: Verdict,
  { forward }: ListenOptions,
): Promise<Answer> {
  if (forward !== undefined) return forwarded(request, body, forward);
  if (verdict.result !== "refused") return { status: 204 };
  const { event, path, expected, received } = verdict;
  return { status: 202, body: `${event}: ${path || "body"}: expected ${expected}, received ${received}\n` };
}

const forwardedHeaders = ["authorization", "content-type", "user-agent", "x-webhooks-event"];

async function forwarded({ headers }: IncomingMessage, body: Buffer, url: string): Promise<Answer> {
  const passed = forwardedHeaders.flatMap((name) => (typeof headers[name] === "string" ? [[name, headers[name]]] : []));
  try {
    const init = {
      method: "POST",
      headers: Object.fromEntries(passed),
      body: new Uint8Array(body),
      redirect: "manual",
    } as const;
    const response = await fetch(url, init);
    return { status: response.status, body: await response.text(), note: "forwarded" };
  } catch {
    return { status: 502, note: "could not be forwarded" };
  }
}

/** Names a file after the time, the number of the delivery and the event; nobody else can read it. */
async function record(folder: string, delivery: number, body: Buffer, { event }: Verdict): Promise<void> {
  const time = new Date().toISOString().replaceAll(/[-:.]/g, "");
  const file = join(folder, `${time}-${String(delivery).padStart(4, "0")}-${kebabCase(event)}.json`);
  await writeFile(file, body, { flag: "wx", mode: 0o600 });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(status === 204 || status === 304 ? undefined : body);
}

function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}
