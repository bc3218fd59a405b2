import type { WebhookEvent } from "../generated/types.js";
import { safeParseWebhookEvent } from "../parse/parse.js";
import { ageOf } from "./age.js";
import { answer, type ReceiverAnswer } from "./answer.js";
import { verifier } from "./authorization.js";
import type { ReadBody } from "./body.js";
import { FIVE_DAYS, type ReceiverOptions, reportError, reportInvalid } from "./options.js";

/** A request, in no runtime's form. */
export interface Delivery {
  method: string | undefined;
  /** The `Authorization` header. */
  header: string | null | undefined;
  read: (maxBytes: number) => ReadBody | Promise<ReadBody>;
}

/** From a request to its answer; never throws. */
export type Deliver<Context> = (delivery: Delivery, context: Context) => Promise<ReceiverAnswer>;

/** Checks the options, and makes of them what all faces share. */
export function deliverer<Context>(options: ReceiverOptions<Context>): Deliver<Context> {
  const { authorization, handle, onInvalid = reportInvalid, onError = reportError } = options;
  const { maxBytes = 25_000_000, giveUpAfter = FIVE_DAYS } = options;
  if (!(maxBytes >= 0 && giveUpAfter >= 0)) throw new TypeError("maxBytes, giveUpAfter: expected numbers");
  const verify = verifier(authorization);
  const scheme = typeof authorization === "function" ? "Bearer" : 'Basic realm="webhook"';

  return async ({ method, header, read }, context) => {
    if (method !== "POST") return answer(405, undefined, { allow: "POST" });
    if (!(await verify(header).catch(() => false))) return answer(401, undefined, { "www-authenticate": scheme });
    const received = await read(maxBytes);
    if (received.status) return received;
    const { data: event, error } = safeParseWebhookEvent(received.body);
    try {
      if (error) {
        await onInvalid(error, context);
        return answer(202, error.message);
      }
      return await handled(event, context);
    } catch (failure) {
      // Of onInvalid or onError itself, and there is nobody else to tell.
      console.error(failure);
      return notHandled();
    }
  };

  async function handled(event: WebhookEvent, context: Context): Promise<ReceiverAnswer> {
    try {
      await handle(event, context);
      return answer(204);
    } catch (thrown) {
      const willRetry = !((ageOf(event) ?? 0) > giveUpAfter);
      await onError(thrown, { event, willRetry, context });
      return willRetry ? notHandled() : answer(202, `${event.type}: given up by its age`);
    }
  }
}

function notHandled(): ReceiverAnswer {
  return answer(500, "not handled: send it again");
}
