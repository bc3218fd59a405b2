import { createDelivery } from "../../testing/delivery.js";
import { beginningOf, failureOf, TIMEOUT_MS } from "../input/request.js";

/** Where deliveries go, and with which Authorization header. */
export interface Target {
  url: string;
  authorization?: string;
}

/** What became of a delivery, in the words of the sum. */
export type Fate = "handled" | "left" | "to be sent again";

/** What is said of a delivery. */
export interface Outcome {
  line: string;
  fate: Fate;
}

const MAX_ANSWER_BYTES = 500;

const AGAIN = "LeanIX would send it again";

/** A receiver answers 202 to what it refuses or gives up: acknowledged, and not handled. */
const REFUSED = "not handled, and LeanIX would not send it again";

/** Makes a delivery as LeanIX does, and says what LeanIX would do with the answer. */
export async function deliver(payload: unknown, target: Target): Promise<Outcome> {
  const started = performance.now();
  try {
    const response = await fetch(createDelivery(payload, target), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer = (await beginningOf(response, MAX_ANSWER_BYTES)).trim();
    const time = `${Math.round(performance.now() - started)} ms`;
    const status = `${response.status} ${response.statusText}`.trim();
    const fate = !response.ok ? "to be sent again" : response.status === 202 ? "left" : "handled";
    const verdict = { handled: "acknowledged", left: REFUSED, "to be sent again": AGAIN }[fate];
    return { line: [`${status} (${verdict})`, time, ...(answer ? [answer] : [])].join(", "), fate };
  } catch (error) {
    return { line: `${failureOf(error)} (${AGAIN})`, fate: "to be sent again" };
  }
}
