import { fieldsOf } from "../json/fields.js";
import { jsonOf } from "../json/text.js";
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

/** The answer, whose status is 2xx. A token that is rejected is asked for once more. */
export async function request(fetch: Fetch, url: string, init: RequestInit, token?: AccessToken): Promise<Response> {
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
  if (response.ok) return response;
  throw errorOf(url, init, response.status, messageOf(jsonOf(await response.text())));
}

/** The JSON of the answer; undefined for an empty body. An answer can say that it is an error with any status. */
export async function requestJson(fetch: Fetch, url: string, init: RequestInit, token?: AccessToken): Promise<unknown> {
  const response = await request(fetch, url, init, token);
  const text = await response.text();
  const answer = jsonOf(text);
  if (answer === undefined && text !== "") throw errorOf(url, init, response.status, ": the answer is not JSON");
  if (fieldsOf(answer).status === "ERROR") throw errorOf(url, init, response.status, messageOf(answer));
  return answer;
}

function errorOf(url: string, { method }: RequestInit, status: number, message: string): PullError {
  return new PullError(`${method} ${new URL(url).pathname}: ${status}${message}`, status);
}

function send(fetch: Fetch, url: string, init: RequestInit, token: string | undefined): Promise<Response> {
  const headers = { accept: "application/json", ...init.headers } as Record<string, string>;
  return fetch(url, {
    ...init,
    headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
  });
}

/** The vendor's message, and those of its errors: `{ message, errors: [{ messages }] }`. */
function messageOf(answer: unknown): string {
  const { message, errors, error_description } = fieldsOf(answer);
  const details = Array.isArray(errors) ? errors.flatMap((error) => fieldsOf(error).messages) : [];
  const texts = [message, error_description, ...details].filter((text) => typeof text === "string" && text !== "");
  return texts.length === 0 ? "" : `: ${[...new Set(texts)].join(": ").slice(0, MAX_MESSAGE_LENGTH)}`;
}
