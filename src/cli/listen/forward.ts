import type { IncomingMessage } from "node:http";
import { answer } from "../../receiver/answer.js";
import { beginningOf, failureOf, TIMEOUT_MS } from "../input/request.js";
import type { NotedAnswer } from "./answer.js";

const forwardedHeaders = ["authorization", "content-type", "user-agent", "x-webhooks-event"];

/** More than LeanIX keeps of an answer. */
const MAX_ANSWER_BYTES = 100_000;

/**
 * Passes deliveries on to an address, whose path and query stay as they are, and returns what is answered there.
 *
 * @param name What this listener calls itself in the header `Via`, by which it notices its own requests.
 */
export function forwarder(url: string, name: string, stop: AbortSignal) {
  return async ({ headers }: IncomingMessage, body: Uint8Array<ArrayBuffer>): Promise<NotedAnswer> => {
    const via = headers.via ?? "";
    if (via.includes(name)) return answer(508, "it forwards to itself\n");
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { ...passed(headers), via: [via, `1.1 ${name}`].filter(Boolean).join(", ") },
        body,
        redirect: "manual",
        signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      const { status } = response;
      const note = status === 508 ? "forwarded to itself" : "forwarded";
      return { ...answer(status, (await beginningOf(response, MAX_ANSWER_BYTES)) || undefined), note };
    } catch (error) {
      return { ...answer(502), note: `could not be forwarded: ${failureOf(error)}` };
    }
  };
}

function passed(headers: IncomingMessage["headers"]): Record<string, string> {
  const found = forwardedHeaders.map((name) => [name, headers[name]]);
  return Object.fromEntries(found.filter(([, value]) => typeof value === "string"));
}
