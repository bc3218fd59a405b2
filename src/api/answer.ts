import { fieldsOf } from "../json/fields.js";

/** More than any answer has: a batch of 50 MiB and one more event of 20 MB, as JSON text within JSON. */
export const MAX_ANSWER_BYTES = 128 * 1024 * 1024;

/** The text of an answer; undefined if it is longer than the bound. */
export async function readAnswer(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = Number(response.headers.get("content-length")) > MAX_ANSWER_BYTES ? Number.POSITIVE_INFINITY : 0;
  while (bytes <= MAX_ANSWER_BYTES) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  reader.cancel().catch(ignore);
  return undefined;
}

/** Lets an answer go unread, so that its connection is free. */
export function discard(response: Response): void {
  response.body?.cancel().catch(ignore);
}

function ignore(): void {}

/** An answer can say that it is an error with any HTTP status: `{ status: "ERROR", message, errors }`. */
export function isErrorAnswer(answer: unknown): boolean {
  return fieldsOf(answer).status === "ERROR";
}

/** The vendor's message, and those of its errors: `{ message, errors: [{ messages }] }`. */
export function vendorMessage(answer: unknown): string {
  const { message, errors, error_description } = fieldsOf(answer);
  const details = Array.isArray(errors) ? errors.flatMap((error) => fieldsOf(error).messages) : [];
  const texts = [message, error_description, ...details].filter((text) => typeof text === "string" && text !== "");
  return [...new Set(texts)].join(": ");
}

/** Seconds of the header `Retry-After`, which also comes as a date. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  const until = /GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(Math.ceil((until - Date.now()) / 1000), 0);
}
