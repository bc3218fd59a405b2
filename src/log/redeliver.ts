import { readAnswer } from "../api/answer.js";
import { truncate } from "../parse/message.js";

/** Where deliveries go: an address, or a receiver's `fetch`. */
export type RedeliveryTarget = string | URL | ((request: Request) => Response | Promise<Response>);

/** Options of {@link redeliver}. */
export interface RedeliverOptions {
  /** The whole value of the Authorization header that the receiver expects; none by default. */
  authorization?: string | undefined;
  /** Ends the generator quietly. A delivery under way may have been handled, and is not yielded. */
  signal?: AbortSignal | undefined;
}

/** What became of a delivery that was made again. */
export interface Redelivery<Delivery> {
  /** The delivery as it was given. */
  delivery: Delivery;
  /**
   * - `HANDLED`: acknowledged with 2xx.
   * - `REFUSED`: acknowledged with 202, as `createReceiver` does with a body that it refuses. It is left.
   * - `FAILED`: anything else, and no answer within 30 seconds. Send it again.
   */
  outcome: "HANDLED" | "REFUSED" | "FAILED";
  /** Status of the answer; undefined if there was none. */
  status: number | undefined;
  /** Text of the answer on one line, up to 500 characters. */
  answer: string;
  /** What the target threw, or why the address did not answer; undefined after an answer. */
  error?: unknown;
}

/** How long an answer is waited for. */
const ANSWER_MS = 30_000;

const MAX_ANSWER_LENGTH = 500;

/**
 * Sends bodies byte for byte, one after another, as LeanIX does. A second run is harmless for a handler that remembers
 * `deliveryKeyOf`.
 *
 * @param deliveries What `readDeliveryLog` yields, or anything with a `body`.
 * @param target The address of a receiver, or its `fetch`.
 * @throws TypeError for an address that is not one of HTTP, or a header that cannot be sent; whatever reading `deliveries` throws.
 * @example
 * ```ts
 * import { readDeliveryLog, redeliver } from "leanix-webhook-events/log";
 * import { createReceiver } from "leanix-webhook-events/receiver";
 *
 * const { fetch } = createReceiver({ authorization: "none", handle: (event) => console.log(event.type) });
 * const lost = readDeliveryLog({ url: "https://example.leanix.net", subscriptionId: "…", token: "…" });
 * for await (const { delivery, outcome, answer } of redeliver(lost, fetch))
 *   if (outcome !== "HANDLED") console.error(delivery.eventId, outcome, answer);
 * ```
 */
export function redeliver<Delivery extends { body: string }>(
  deliveries: AsyncIterable<Delivery> | Iterable<Delivery>,
  target: RedeliveryTarget,
  { authorization, signal }: RedeliverOptions = {},
): AsyncGenerator<Redelivery<Delivery>, void, undefined> {
  // The error of a header that cannot be sent would show it.
  if (authorization !== undefined && !/^[!-~](?:[ -~]*[!-~])?$/.test(authorization))
    throw new TypeError("authorization: expected printable ASCII");
  const [url, answerTo] = typeof target === "function" ? ["http://localhost/", target] : [httpAddress(target), fetch];
  const headers = {
    "content-type": "application/json",
    "user-agent": "Webhooks",
    ...(authorization !== undefined && { authorization }),
  };
  return (async function* () {
    for await (const delivery of deliveries) {
      if (signal?.aborted) return;
      const outcome = await outcomeOf(delivery.body);
      if (signal?.aborted && outcome.outcome === "FAILED") return;
      yield { delivery, ...outcome };
    }
  })();

  async function outcomeOf(body: string): Promise<Omit<Redelivery<Delivery>, "delivery">> {
    const limit = AbortSignal.timeout(ANSWER_MS);
    try {
      const request = new Request(url, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      const response = await answerTo(request);
      const { status, ok } = response;
      // The status has decided: an answer that breaks off takes nothing back.
      const text = await readAnswer(response).catch(() => "");
      const answer = truncate((text ?? "").trim(), MAX_ANSWER_LENGTH);
      return { outcome: status === 202 ? "REFUSED" : ok ? "HANDLED" : "FAILED", status, answer };
    } catch (error) {
      return { outcome: "FAILED", status: undefined, answer: "", error };
    }
  }
}

function httpAddress(target: string | URL): string {
  const url = URL.canParse(String(target)) ? new URL(target) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url.href;
  throw new TypeError("target: expected a URL such as http://localhost:3000/, or a receiver's fetch");
}
