import type { IncomingMessage, RequestListener } from "node:http";
import { type AzureResponse, answer } from "../../receiver/answer.js";
import { type Verify, verifier } from "../../receiver/authorization.js";
import { lossOf } from "../../receiver/body.js";
import { fromNode, toNode } from "../../receiver/node.js";
import { MAX_BYTES } from "../../receiver/options.js";
import { refusal } from "../../receiver/refusal.js";
import { describeIssue, printRow, type Row, rowOf } from "../output/row.js";
import { print, printable, type Terminal } from "../output/terminal.js";
import type { NotedAnswer } from "./answer.js";
import { forward } from "./forward.js";
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
  const verify = verifier(secret === undefined ? "none" : { header: secret });
  let deliveries = 0;
  return async (request, response) => {
    const body = (await refusalOf(request, verify)) ?? (await bodyOf(request));
    if (!(body instanceof Uint8Array)) {
      toNode(request, response, body);
      return print(terminal, `${clock()}  ${body.status}  ${request.method}: ${body.body}`);
    }
    const row = rowOf({ source: "", body }, options.values === true);
    const answered =
      options.forward === undefined ? answerTo(row) : await forward(request, body, options.forward, stop);
    const notes = [`${body.length.toLocaleString("en")} bytes`, answered.note];
    if (options.record !== undefined) notes.push(await record(options.record, ++deliveries, body, row.event));
    const place = notes.filter(Boolean).join(", ");
    await print(terminal, printRow(row, place, terminal, `${clock()}  ${answered.status}  `));
    toNode(request, response, answered);
  };
}

async function refusalOf({ method, headers }: IncomingMessage, verify: Verify): Promise<AzureResponse | undefined> {
  if (method !== "POST") return answer(405, "LeanIX sends POST", { allow: "POST" });
  if (await verify(headers.authorization)) return undefined;
  const which = headers.authorization === undefined ? "no" : "another";
  return answer(401, `${which} Authorization header`, { "www-authenticate": "Basic" });
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | AzureResponse> {
  const { read, headerOf, readBefore } = fromNode(request);
  const { body, reason = lossOf(body, headerOf) } = await read(MAX_BYTES);
  if (reason) return refusal(reason, { readBefore, maxBytes: MAX_BYTES, scheme: "Basic" });
  return body as Uint8Array<ArrayBuffer>;
}

/** LeanIX would repeat a delivery that is answered with an error, and a body that is refused does not become better. */
function answerTo(row: Row): NotedAnswer {
  return row.result === "refused" ? answer(202, `${row.event}: ${printable(describeIssue(row))}\n`) : answer(204);
}

function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}
