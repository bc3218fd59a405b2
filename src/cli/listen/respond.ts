import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { type AzureResponse, answer } from "../../receiver/answer.js";
import { verifier } from "../../receiver/authorization.js";
import { lossOf } from "../../receiver/body.js";
import { fromNode, toNode } from "../../receiver/node.js";
import { MAX_BYTES } from "../../receiver/options.js";
import { refusal } from "../../receiver/refusal.js";
import { describeIssue, printRow, type Row, rowOf } from "../output/row.js";
import { printable, type Terminal } from "../output/terminal.js";
import { printerAhead } from "./ahead.js";
import type { NotedAnswer } from "./answer.js";
import { forwarder } from "./forward.js";
import { record } from "./record.js";

export interface ListenOptions {
  record?: string;
  forward?: string;
  values?: boolean;
}

/**
 * Answers deliveries and prints a line for each.
 *
 * @param secret The whole value of the Authorization header; undefined to take any.
 * @param stop Ends what is forwarded and not answered.
 */
export function responder(
  options: ListenOptions,
  secret: string | undefined,
  stop: AbortSignal,
  terminal: Terminal,
): RequestListener {
  const refusalOf = gate(secret);
  const forward = options.forward === undefined ? undefined : forwarder(options.forward, randomUUID(), stop);
  const print = printerAhead(terminal);
  let deliveries = 0;

  async function answerTo(request: IncomingMessage, body: Uint8Array<ArrayBuffer>, row: Row): Promise<NotedAnswer> {
    if (options.record !== undefined) {
      const problem = await record(options.record, ++deliveries, body, row.event);
      // LeanIX sends again what is not acknowledged.
      if (problem !== undefined) return { ...answer(500, "not recorded\n"), note: `not recorded: ${problem}` };
    }
    return forward ? forward(request, body) : ownAnswer(row);
  }

  return async (request, response) => {
    const body = (await refusalOf(request)) ?? (await bodyOf(request));
    if (!(body instanceof Uint8Array)) {
      toNode(request, response, body);
      return print(`${clock()}  ${body.status}  ${request.method}: ${body.body}`);
    }
    const row = rowOf({ source: "", body }, options.values === true);
    const answered = await answerTo(request, body, row);
    toNode(request, response, answered);
    const place = [`${body.length.toLocaleString("en")} bytes`, answered.note].filter(Boolean).join(", ");
    print(printRow(row, place, terminal, `${clock()}  ${answered.status}  `));
  };
}

/** Says which requests are not read, and why. */
function gate(secret: string | undefined) {
  const verify = verifier(secret === undefined ? "none" : { header: secret });
  return async ({ method, headers }: IncomingMessage): Promise<AzureResponse | undefined> => {
    if (method !== "POST") return answer(405, "LeanIX sends POST", { allow: "POST" });
    // Any page in a browser on this machine can post to it.
    if (secret === undefined && headers.origin !== undefined) return answer(403, "a web page's request");
    if (await verify(headers.authorization)) return undefined;
    const which = headers.authorization === undefined ? "no" : "another";
    return answer(401, `${which} Authorization header`, { "www-authenticate": "Basic" });
  };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | AzureResponse> {
  const { read, headerOf, readBefore } = fromNode(request);
  const { body, reason = lossOf(body, headerOf) } = await read(MAX_BYTES);
  if (reason) return refusal(reason, { readBefore, maxBytes: MAX_BYTES, scheme: "Basic" });
  return body as Uint8Array<ArrayBuffer>;
}

/** LeanIX would repeat a delivery that is answered with an error, and a body that is refused does not become better. */
function ownAnswer(row: Row): NotedAnswer {
  return row.result === "refused" ? answer(202, `${row.event}: ${printable(describeIssue(row))}\n`) : answer(204);
}

function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}
