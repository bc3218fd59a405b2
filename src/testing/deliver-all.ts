import { MissingGlobal } from "../json/missing.js";
import { bodyOf, createDelivery, type DeliveryOptions } from "./delivery.js";
import { randomOf, shuffled } from "./random.js";

/** Where deliveries go: an address, or the function that answers a request, for example a receiver's `fetch`. */
export type DeliveryTarget = string | URL | ((request: Request) => Response | Promise<Response>);

/** Options of {@link deliverAll}. */
export interface DeliverAllOptions extends Omit<DeliveryOptions, "url"> {
  /** How often a delivery is made at most, until it is answered with 2xx; 5 by default. LeanIX has no published end. */
  attempts?: number;
  /** The share of deliveries, from 0 to 1, that are made twice; 0 by default. */
  duplicates?: number;
  /** Whether deliveries come out of order; false by default. */
  shuffle?: boolean;
  /** Decides what is doubled and in which order; 1 by default. */
  seed?: number;
}

/** What became of a delivery. */
export interface DeliveryOutcome {
  /** The payload that was delivered. */
  payload: unknown;
  /** How often it was delivered. */
  attempts: number;
  /** The status of the last answer; undefined if there was none. */
  status: number | undefined;
  /** What the target threw, or why the address did not answer; undefined after an answer. */
  error?: unknown;
}

/**
 * Repeats each delivery until it is answered with 2xx. `duplicates` and `shuffle` add what LeanIX also does.
 * A delivery that fails is made again after the others.
 *
 * @throws TypeError if an option is not as described, so that no test passes for it, or if there is no `Request`.
 * @returns An outcome for each delivery, doubled ones too, in the order in which they were first made.
 * @example
 * ```ts
 * import { createReceiver } from "leanix-webhook-events/receiver";
 * import { createPayload, deliverAll } from "leanix-webhook-events/testing";
 *
 * const { fetch } = createReceiver({ authorization: "none", handle: (event) => console.log(event.type) });
 * const payloads = [createPayload("FACT_SHEET_CREATED"), createPayload("FACT_SHEET_ARCHIVED")];
 * const outcomes = await deliverAll(fetch, payloads, { duplicates: 0.5, shuffle: true, seed: 7 });
 * console.log(outcomes.map(({ attempts, status }) => [attempts, status]));
 * ```
 */
export async function deliverAll(
  target: DeliveryTarget,
  payloads: Iterable<unknown> & object,
  options: DeliverAllOptions = {},
): Promise<DeliveryOutcome[]> {
  const { attempts = 5, duplicates = 0, shuffle = false, seed = 1 } = options;
  if (!Number.isInteger(attempts) || attempts < 1) throw new TypeError("attempts: expected an integer from 1");
  if (!(duplicates >= 0 && duplicates <= 1)) throw new TypeError("duplicates: expected a share from 0 to 1");
  if (!Number.isFinite(seed)) throw new TypeError("seed: expected a number");
  const random = randomOf(seed);
  const once = [...payloads].map((payload) => ({ payload, body: bodyOf(payload, options) }));
  const all = once.flatMap((delivery) => (random() < duplicates ? [delivery, delivery] : [delivery]));
  const deliveries = (shuffle ? shuffled(all, random) : all).map(({ payload, body }) => ({
    body,
    outcome: { payload, attempts: 0, status: undefined } as DeliveryOutcome,
  }));
  let pending = deliveries;
  for (let round = 0; round < attempts && pending.length > 0; round++) {
    for (const { body, outcome } of pending) await deliver(target, body, options, outcome);
    pending = pending.filter(({ outcome }) => !isAcknowledged(outcome));
  }
  return deliveries.map(({ outcome }) => outcome);
}

async function deliver(target: DeliveryTarget, body: string, options: DeliveryOptions, outcome: DeliveryOutcome) {
  outcome.attempts++;
  outcome.status = undefined;
  delete outcome.error;
  try {
    const toFunction = typeof target === "function";
    const request = createDelivery(body, { ...options, envelope: false, ...(!toFunction && { url: target }) });
    const response = await (toFunction ? target(request) : fetch(request));
    outcome.status = response.status;
    // A function may have read its own answer, which then cannot be cancelled.
    await response.body?.cancel().catch(() => {});
  } catch (error) {
    if (MissingGlobal.is(error)) throw error;
    outcome.error = error;
  }
}

function isAcknowledged({ status }: DeliveryOutcome): boolean {
  return status !== undefined && status >= 200 && status <= 299;
}
