import type { WebhookEvent } from "../generated/types.js";
import { formatPath, lineOn } from "../parse/message.js";
import { safeParseWebhookEvent } from "../parse/parse.js";
import type { UnknownEvent } from "../parse/unknown-event.js";
import { ageOf } from "./age.js";
import { type AzureResponse, answer } from "./answer.js";
import { verifier } from "./authorization.js";
import { type HeaderOf, isCompressed, lossOf, mayBeLost, type ReadBody } from "./body.js";
import { limitedLog, log } from "./log.js";
import { checked, type ReceiverOptions } from "./options.js";
import { type RefusalReason, refusal } from "./refusal.js";

/** A request, independent of the runtime. */
export interface Delivery {
  method: string | undefined;
  headerOf: HeaderOf;
  /** What to do about a body that was read before. */
  readBefore: string;
  read: (maxBytes: number) => ReadBody | Promise<ReadBody>;
}

/** Answers a request that `from` adapts. Never throws. */
export type Deliver<Context> = <Request>(
  from: (request: Request) => Delivery,
  request: Request,
  context: Context,
) => Promise<AzureResponse>;

/** Checks the options and returns the core that all runtimes share. */
export function deliverer<Context>(options: ReceiverOptions<Context>): Deliver<Context> {
  const { authorization, handle, onInvalid, onError, onRefused, maxBytes, giveUpAfterMs } = checked(options);
  const verify = verifier(authorization);
  const scheme = typeof authorization === "function" ? "Bearer" : 'Basic realm="webhook"';
  const logSome = limitedLog();

  return async (from, request, context) => {
    try {
      return await answerTo(from(request), context);
    } catch (failure) {
      // onInvalid, onError or reading the request threw; there is no other handler to tell.
      log("Webhook delivery answered 500:", failure);
      return notHandled();
    }
  };

  async function answerTo(delivery: Delivery, context: Context): Promise<AzureResponse> {
    const { method, headerOf, read } = delivery;
    if (method !== "POST") return refused("METHOD", delivery, context);
    const allowed = isAllowed(headerOf("authorization"));
    // No `await` where there is no promise: each costs a turn of the event loop's queue.
    if (!(typeof allowed === "boolean" ? allowed : await allowed)) return refused("UNAUTHORIZED", delivery, context);
    if (Number(headerOf("content-length")) > maxBytes) return refused("TOO_LARGE", delivery, context);
    const reading = read(maxBytes);
    const received = isPromise(reading) ? await reading : reading;
    if (received.reason) return refused(received.reason, delivery, context);
    const lost = lossOf(received.body, headerOf);
    if (lost) return refused(lost, delivery, context);
    const { data: event, error } = safeParseWebhookEvent(received.body);
    if (!error) {
      note(event, mayBeLost(received.body, headerOf));
      return handled(event, context);
    }
    const isJson = error.code !== "INVALID_JSON" && error.code !== "INVALID_ENCODING";
    if (!isJson && isCompressed(received.body, headerOf)) return refused("ENCODED", delivery, context);
    await onInvalid(error, context);
    return answer(202, error.message);
  }

  function isAllowed(header: string | null | undefined): boolean | Promise<boolean> {
    // A token that is not valid, or an identity provider that does not answer: the latter must not go unnoticed.
    const failed = (failure: unknown) => {
      logSome("authorization", "Webhook delivery answered 401: authorization threw:", failure);
      return false;
    };
    try {
      const verdict = verify(header);
      return typeof verdict === "boolean" ? verdict : verdict.catch(failed);
    } catch (failure) {
      return failed(failure);
    }
  }

  async function refused(reason: RefusalReason, delivery: Delivery, context: Context): Promise<AzureResponse> {
    const { readBefore } = delivery;
    const answered = refusal(reason, { readBefore, maxBytes, scheme });
    const { status, body } = answered;
    try {
      if (onRefused) await onRefused({ status, reason, context });
      else logSome(reason, `Webhook delivery answered ${status}: ${body}`);
    } catch (failure) {
      logSome("onRefused", `onRefused threw for ${reason}:`, failure);
    }
    return answered;
  }

  /** An event that only looks as if there were nothing to handle goes to the handler, but not without a word. */
  function note(event: WebhookEvent, isLost: boolean): void {
    if (event.type !== "UNKNOWN") return;
    const sentence = isLost ? emptied : misplaced(event);
    if (sentence) logSome(event.reason, `Webhook body is UNKNOWN, ${event.reason}: ${sentence}`);
  }

  async function handled(event: WebhookEvent, context: Context): Promise<AzureResponse> {
    try {
      const handling = handle(event, context);
      if (isPromise(handling)) await handling;
      return answer(204);
    } catch (thrown) {
      const willRetry = !((ageOf(event) ?? 0) > giveUpAfterMs);
      await onError(thrown, { event, willRetry, context });
      return willRetry ? notHandled() : answer(202, lineOn(event.type, "given up because of its age"));
    }
  }
}

const emptied = "a parser left it, and nothing says how long it was: mount the receiver before the parser";

function misplaced({ reason, path = [] }: UnknownEvent): string | undefined {
  if (reason === "ENCODED_TWICE") return "JSON text inside JSON text: send or pass on the inner text";
  if (reason === "NESTED") return `the event is in ${formatPath(path)}: pass on what stands there`;
  return undefined;
}

function isPromise<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof (value as Partial<PromiseLike<Value>> | null | undefined)?.then === "function";
}

function notHandled(): AzureResponse {
  return answer(500, "not handled: send it again");
}
