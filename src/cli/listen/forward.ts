import type { IncomingMessage } from "node:http";
import { answer } from "../../receiver/answer.js";
import { failureOf, TIMEOUT_MS } from "../input/request.js";
import type { NotedAnswer } from "./answer.js";

const forwardedHeaders = ["authorization", "content-type", "user-agent", "x-webhooks-event"];

/** Passes a delivery on to an address, whose path and query stay as they are, and returns what is answered there. */
export async function forward(
  { headers }: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
  url: string,
  stop: AbortSignal,
): Promise<NotedAnswer> {
  const passed = forwardedHeaders.flatMap((name) => (typeof headers[name] === "string" ? [[name, headers[name]]] : []));
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: Object.fromEntries(passed),
      body,
      redirect: "manual",
      signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    return { ...answer(response.status, await response.text()), note: "forwarded" };
  } catch (error) {
    return { ...answer(502), note: `could not be forwarded: ${failureOf(error)}` };
  }
}
