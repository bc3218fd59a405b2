import type { WebhookEvent } from "../generated/types.js";
import { lineOn } from "../parse/message.js";
import { safeParseWebhookEvent } from "../parse/parse.js";
import { ageOf } from "./age.js";
import { type AzureResponse, answer } from "./answer.js";
import { verifier } from "./authorization.js";
import type { ReadBody } from "./body.js";
import { FIVE_DAYS, MAX_BYTES, type ReceiverOptions, reportError, reportInvalid } from "./options.js";

/** A request, in no runtime's form. */
export interface Delivery {
  method: string | undefined;
  /** The `Authorization` header. */
  header: string | null | undefined;
  read: (maxBytes: number) => ReadBody | Promise<ReadBody>;
}

/** From a request, which `from` reads, to its answer; never throws. */
export type Deliver<Context> = <Request>(
  from: (request: Request) => Delivery,
  request: Request,
  context: Context,
) => Promise<AzureResponse>;

/** Checks the options, and makes of them what all faces share. */
export function deliverer<Context>(options: ReceiverOptions<Context>): Deliver<Context> {
  const { authorization, handle, onInvalid = reportInvalid, onError = reportError } = options;
  const { maxBytes = MAX_BYTES, giveUpAfterMs = FIVE_DAYS } = options;
  // A mistake in one of them would lose events without a word.
  if (![handle, onInvalid, onError].every((option) => typeof option === "function"))
    throw new TypeError("handle, onInvalid, onError: expected functions");
  if (![maxBytes, giveUpAfterMs].every((option) => typeof option === "number" && option >= 0))
    throw new TypeError("maxBytes, giveUpAfterMs: expected numbers");
  const verify = verifier(authorization);
  const scheme = typeof authorization === "function" ? "Bearer" : 'Basic realm="webhook"';

  return async (from, request, context) => {
    try {
      return await answerTo(from(request), context);
    } catch (failure) {
      // Of onInvalid or onError itself, or of a request that cannot be read, and there is nobody else to tell.
      console.error(failure);
      return notHandled();
    }
  };

  async function answerTo({ method, header, read }: Delivery, context: Context): Promise<AzureResponse> {
    if (method !== "POST") return answer(405, undefined, { allow: "POST" });
    if (!(await isAllowed(header))) return answer(401, undefined, { "www-authenticate": scheme });
    const received = await read(maxBytes);
    if (received.status) return received;
    const { data: event, error } = safeParseWebhookEvent(received.body);
    if (!error) return handled(event, context);
    await onInvalid(error, context);
    return answer(202, error.message);
  }

  async function isAllowed(header: Delivery["header"]): Promise<boolean> {
    try {
      return await verify(header);
    } catch (failure) {
      // A token that is not valid, or an identity provider that does not answer: the latter must not go unnoticed.
      console.error("Webhook delivery answered 401:", failure);
      return false;
    }
  }

  async function handled(event: WebhookEvent, context: Context): Promise<AzureResponse> {
    try {
      await handle(event, context);
      return answer(204);
    } catch (thrown) {
      const willRetry = !((ageOf(event) ?? 0) > giveUpAfterMs);
      await onError(thrown, { event, willRetry, context });
      return willRetry ? notHandled() : answer(202, lineOn(event.type, "given up because of its age"));
    }
  }
}

function notHandled(): AzureResponse {
  return answer(500, "not handled: send it again");
}
