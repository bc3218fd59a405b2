import { jsonOf } from "../json/text.js";
import { truncate } from "../parse/message.js";
import { discard, isErrorAnswer, MAX_ANSWER_BYTES, readAnswer, retryAfterOf, vendorMessage } from "./answer.js";
import { AnswerTooLargeError, LeanixApiError } from "./error.js";
import { checkedToken, type TokenProvider } from "./token.js";
import { pause } from "./wait.js";

/** The standard `fetch`, or one that does more, for example through a proxy. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** A request to LeanIX. */
export interface ApiRequest {
  fetch: Fetch;
  method: "GET" | "POST" | "PUT";
  url: URL;
  token?: TokenProvider;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal | undefined;
  /** Left out of error messages, like the access token. */
  secret?: string;
}

/** Makes the error of an answer that cannot be used. */
export type Fail = (message: string, cause?: unknown, Failure?: typeof LeanixApiError) => LeanixApiError;

/** A longer wait is left to the caller. */
const MAX_WAIT_SECONDS = 60;

const MAX_MESSAGE_LENGTH = 500;

/** Sends a request and returns the JSON of the answer; undefined for an empty body. */
export async function requestJson(asked: ApiRequest): Promise<{ answer: unknown; fail: Fail }> {
  const { response, fail } = await request(asked);
  const text = await readAnswer(response).catch((cause: unknown) => {
    throw fail("the answer broke off", cause);
  });
  if (text === undefined)
    throw fail(`the answer has more than ${MAX_ANSWER_BYTES} bytes`, undefined, AnswerTooLargeError);
  const answer = jsonOf(text);
  if (answer === undefined && text !== "") throw fail("the answer is not JSON");
  if (isErrorAnswer(answer)) throw fail(vendorMessage(answer));
  return { answer, fail };
}

/** Sends a request whose status decides, unless the answer calls itself an error or is a page, which LeanIX never sends. */
export async function requestDone(asked: ApiRequest): Promise<void> {
  const { response, fail } = await request(asked);
  const text = (await readAnswer(response).catch(() => undefined)) ?? "";
  if (/^\s*</.test(text)) throw fail("the answer is a page");
  const answer = jsonOf(text);
  if (isErrorAnswer(answer)) throw fail(vendorMessage(answer));
}

/**
 * A rejected token is renewed once, and `Retry-After` is honoured once. Redirects are not followed: somebody else would
 * answer in the place of LeanIX.
 */
async function request(asked: ApiRequest): Promise<{ response: Response; fail: Fail }> {
  const { token: provider, signal } = asked;
  let token = await provider?.();
  let response = await send(asked, token);
  for (let isRenewed = false, hasWaited = false; !response.ok; ) {
    const wait = retryAfterOf(response) ?? Number.POSITIVE_INFINITY;
    if (response.status === 401 && provider && !isRenewed) {
      isRenewed = true;
      const fresh = await provider(token);
      if (fresh === token) break;
      token = fresh;
    } else if (wait <= MAX_WAIT_SECONDS && !hasWaited) {
      hasWaited = true;
      await pause(wait * 1000, signal);
    } else break;
    discard(response);
    response = await send(asked, token);
  }
  const fail = failureOf(asked, response, token);
  if (isRedirect(response)) {
    discard(response);
    throw fail("a redirect, which is not followed: expected the workspace's own host");
  }
  if (response.ok) return { response, fail };
  const text = await readAnswer(response).catch(() => undefined);
  throw fail(vendorMessage(jsonOf(text ?? "")));
}

function send({ fetch, method, url, headers, body, signal }: ApiRequest, token: string | undefined): Promise<Response> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${checkedToken(token)}` };
  return fetch(url.href, {
    method,
    headers: { accept: "application/json", ...headers, ...authorization },
    redirect: "manual",
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
}

/** A `fetch` of somebody's own may have followed it, and that of a browser hides its status. */
function isRedirect({ status, redirected, type }: Response): boolean {
  return redirected || type === "opaqueredirect" || (status >= 300 && status < 400);
}

function failureOf({ method, url, secret }: ApiRequest, response: Response, token: string | undefined): Fail {
  const { status } = response;
  const secrets = [token, secret].filter((value) => value !== undefined);
  return (message, cause, Failure = LeanixApiError) => {
    const shown = secrets.reduce((text, value) => text.replaceAll(value, "…"), message);
    const line = `${method} ${url.pathname}: ${status}${shown && `: ${shown}`}`;
    return new Failure(truncate(line, MAX_MESSAGE_LENGTH), { status, retryAfter: retryAfterOf(response), cause });
  };
}
