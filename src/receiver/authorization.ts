import { textOf } from "../json/fields.js";
import { utf8Of } from "../json/text.js";

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

/** Tells whether the value of an `Authorization` header is valid; may throw or reject if it is not. */
export type Verify = (header: string | null | undefined) => boolean | Promise<boolean>;

/** Printable ASCII, as in a header, and not the text of an unset variable. */
const headerValue = /^(?!(.*\W)?(undefined|null)$)[!-~]([ -~]*[!-~])?$/;

/** Neither empty nor the text "undefined" or "null". */
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
  return `Basic ${btoa(String.fromCharCode(...utf8Of(`${user}:${password}`)))}`;
}

/** Checks the option, so that a secret that is not set is an error at the start and not an open door. */
export function verifier(authorization: Authorization): Verify {
  if (authorization === "none") return () => true;
  if (typeof authorization === "function") return (header) => (header ? isTrue(authorization(header)) : false);
  const values = [authorization?.header].flat();
  const isValid = values.length > 0 && values.every((value) => headerValue.test(textOf(value) ?? ""));
  if (!isValid) throw new TypeError(`authorization: expected a header in ASCII, a function or "none": ${unset}`);
  return (header) => isOneOf(values as string[], header ?? "");
}

const unset = "is the variable set?";

function isTrue(verdict: boolean | Promise<boolean>): boolean | Promise<boolean> {
  return typeof verdict === "boolean" ? verdict : Promise.resolve(verdict).then((value) => value === true);
}

/** Compares with every secret, also after one has matched. */
function isOneOf(secrets: readonly string[], given: string): boolean {
  return secrets.filter((secret) => isSame(secret, given)).length > 0;
}

/** Reads as many characters as were sent, whatever they are and however many of them are right. */
function isSame(secret: string, given: string): boolean {
  let difference = secret.length ^ given.length;
  for (let index = 0; index < given.length; index++)
    difference |= given.charCodeAt(index) ^ secret.charCodeAt(index % secret.length);
  return difference === 0;
}
