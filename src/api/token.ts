/**
 * Returns an access token.
 *
 * @param rejected The token that LeanIX answered with 401; undefined at first.
 */
export type TokenProvider = (rejected?: string) => string | Promise<string>;

/** What a header can hold, and not the text of an unset variable: the error of `fetch` would show the value. */
export function isUsable(token: unknown): token is string {
  return typeof token === "string" && /^(?!(?:undefined|null)$)[!-~]+$/.test(token);
}

export function checkedToken(token: string, name = "token"): string {
  if (isUsable(token)) return token;
  throw new TypeError(`${name}: expected printable ASCII: is the variable set?`);
}

export function providerOf(token: string | TokenProvider): TokenProvider {
  if (typeof token === "function") return token;
  checkedToken(token);
  return () => token;
}
