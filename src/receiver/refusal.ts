import { type AzureResponse, answer } from "./answer.js";

/**
 * Why a delivery was refused before an event was found in it.
 *
 * - `UNAUTHORIZED` (401): the `Authorization` header is missing or not valid.
 * - `METHOD` (405): the method is not POST.
 * - `TOO_LARGE` (413): the body has more than `maxBytes`.
 * - `INCOMPLETE` (500): the body broke off, or has fewer bytes than its length says.
 * - `EMPTY` (500): there is no body. LeanIX never sends an empty one; a callback that has nothing to say must send `{}`.
 * - `ALREADY_READ` (500): something read the body before the receiver, and kept it nowhere.
 * - `ENCODED` (500): the body is compressed.
 */
export type RefusalReason =
  | "UNAUTHORIZED"
  | "METHOD"
  | "TOO_LARGE"
  | "INCOMPLETE"
  | "EMPTY"
  | "ALREADY_READ"
  | "ENCODED";

/** What `onRefused` learns about a delivery in which no event was found. */
export interface RefusedDelivery<Context = unknown> {
  /** The status of the answer. */
  status: number;
  /** Why. */
  reason: RefusalReason;
  /** The second argument that the runtime passes. */
  context: Context;
}

/** What the sentences and headers of a refusal need to know. */
export interface RefusalDetails {
  /** What to do about a body that was read before. */
  readBefore: string;
  maxBytes: number;
  /** How the `Authorization` header is checked. */
  scheme: string;
}

/** The answer to a delivery that is refused. LeanIX keeps the sentence in its delivery log. */
export function refusal(reason: RefusalReason, { readBefore, maxBytes, scheme }: RefusalDetails): AzureResponse {
  switch (reason) {
    case "UNAUTHORIZED":
      return answer(401, "Authorization header: missing or not valid", { "www-authenticate": scheme });
    case "METHOD":
      return answer(405, "method: expected POST", { allow: "POST" });
    case "TOO_LARGE":
      return answer(413, `body: expected at most ${maxBytes} bytes`);
    case "INCOMPLETE":
      return answer(500, "body: incomplete");
    case "EMPTY":
      return answer(500, "body: empty, so it was lost on the way; a callback must send {} instead of nothing");
    case "ALREADY_READ":
      return answer(500, `body: already read: ${readBefore}`);
    case "ENCODED":
      return answer(500, "body: compressed: inflate it before the receiver");
  }
}
