import { PullError } from "./error.js";

/** The standard `fetch`, or one that does more, for example through a proxy. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/**
 * Returns an access token.
 *
 * @param rejected The token that LeanIX answered with 401; undefined at first.
 */
export type AccessToken = (rejected?: string) => string | Promise<string>;

const MAX_MESSAGE_LENGTH = 500;

/** The JSON of the answer; undefined for an empty body. A token that is rejected is asked for once more. */
export async function requestJson(fetch: Fetch, url: string, init: RequestInit, token?: AccessToken): Promise<unknown> {
  let authorization = await token?.();
  let response = await send(fetch, url, init, authorization);
  if (response.status === 401 && token) {
    const fresh = await token(authorization);
    if (fresh !== authorization) {
      await response.body?.cancel();
      authorization = fresh;
      response = await send(fetch, url, init, authorization);
    }
  }
  const text = await response.text();
  const place = `${init.method} ${new URL(url).pathname}`;
  const answer = jsonOf(text);
  if (!response.ok) throw new PullError(`${place}: ${response.status}${messageOf(answer)}`, response.status);
  if (answer === undefined && text !== "") throw new PullError(`${place}: the answer is not JSON`, response.status);
  return answer;
}

function send(fetch: Fetch, url: string, init: RequestInit, token: string | undefined): Promise<Response> {
  const headers = { accept: "application/json", ...init.headers } as Record<string, string>;
  return fetch(url, {
    ...init,
    headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The vendor's message, and those of its errors: `{ message, errors: [{ messages }] }`. */
function messageOf(answer: unknown): string {
  const { message, errors, error_description } = recordOf(answer);
  const details = Array.isArray(errors) ? errors.flatMap((error) => recordOf(error).messages) : [];
  const texts = [message, error_description, ...details].filter((text) => typeof text === "string" && text !== "");
  return texts.length === 0 ? "" : `: ${[...new Set(texts)].join(": ").slice(0, MAX_MESSAGE_LENGTH)}`;
}

/** The object, or an empty one for what is not an object. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
