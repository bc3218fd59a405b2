import { textOf } from "../json/fields.js";

/**
 * Who may deliver.
 *
 * - `{ header }`: whole values of the `Authorization` header, each in ASCII: what the webhook's configuration holds, or
 *   {@link basicAuth}. Several while a secret is being replaced. A value that is undefined, empty or ends in the word
 *   "undefined" or "null" (an environment variable that is not set) makes `createReceiver` throw a TypeError.
 * - a function, for OAuth 2.0: it gets the header's value and returns true if it is valid. It is not called without a
 *   header. If it throws, the answer is 401 and the error is logged.
 * - `"none"`: a gateway in front has checked already.
 */
export type Authorization =
  | { header: string | undefined | readonly (string | undefined)[] }
  | ((header: string) => boolean | Promise<boolean>)
  | "none";

/** Says whether the value of an `Authorization` header is valid; may throw if it is not. */
export type Verify = (header: string | null | undefined) => Promise<boolean>;

/** Visible ASCII with spaces between, as a header holds it; and not the text of an unset variable. */
const headerValue = /^(?!(.*\W)?(undefined|null)$)[!-~]([ -~]*[!-~])?$/;

/** Text, and not that of an unset variable. */
const isSet = (text: string | undefined): text is string =>
  typeof text === "string" && !/^(undefined|null)?$/.test(text);

/**
 * The value of an `Authorization` header with user and password (HTTP Basic).
 *
 * @throws TypeError if one of the two is empty or undefined (an environment variable that is not set), or the user has a
 * colon.
 * @example
 * ```ts
 * import { basicAuth, createReceiver } from "leanix-webhook-events/receiver";
 *
 * const header = [basicAuth("leanix", "the new password"), basicAuth("leanix", "the old password")];
 * export const { fetch } = createReceiver({ authorization: { header }, handle: (event) => console.log(event.type) });
 * ```
 */
export function basicAuth(user: string | undefined, password: string | undefined): string {
  if (!isSet(user) || user.includes(":") || !isSet(password))
    throw new TypeError(`basicAuth: expected a user without a colon and a password: ${unset}`);
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}

/** Checks the option, so that a secret that is not set is an error at the start and not an open door. */
export function verifier(authorization: Authorization): Verify {
  if (authorization === "none") return async () => true;
  if (typeof authorization === "function") return async (header) => !!header && (await authorization(header)) === true;
  const values = [authorization?.header].flat();
  const isValid = values.length > 0 && values.every((value) => headerValue.test(textOf(value) ?? ""));
  if (!isValid) throw new TypeError(`authorization: expected a header in ASCII, a function or "none": ${unset}`);
  let expected: Promise<Uint8Array[]> | undefined;
  return async (header) => {
    // Not when the receiver is made: Workers allow it only in a request.
    expected ??= Promise.all((values as string[]).map(digest));
    return includes(await expected, await digest(header ?? ""));
  };
}

const unset = "is the variable set?";

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** In constant time: every byte of every candidate is compared, whatever was found before. */
function includes(candidates: readonly Uint8Array[], value: Uint8Array): boolean {
  const differences = candidates.map((candidate) =>
    candidate.reduce((bits, byte, index) => bits | (byte ^ value[index]!), 0),
  );
  return differences.includes(0);
}
