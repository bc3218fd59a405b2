import { InvalidArgumentError } from "commander";
import { verifier } from "../../receiver/authorization.js";
import { type Terminal, UsageError } from "../output/terminal.js";

/** How long an answer is waited for. */
export const TIMEOUT_MS = 30_000;

/** Why `fetch` got no answer, in a few words. */
export function failureOf(error: unknown): string {
  const { name, cause = error } = error as Error;
  if (name === "TimeoutError") return `no answer within ${TIMEOUT_MS / 1000} s`;
  const { code, message } = cause as NodeJS.ErrnoException;
  return `no answer: ${(code && causes[code]) ?? code ?? message}`;
}

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
};

/** The beginning of an answer's text; the rest is not waited for. */
export async function beginningOf({ body }: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    const part = chunk.subarray(0, maxBytes - bytes);
    text += decoder.decode(part, { stream: true });
    bytes += part.length;
    if (bytes === maxBytes) break;
  }
  return text;
}

/** An address of HTTP. */
export function httpUrl(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
    const { username, password } = new URL(text);
    if (username === "" && password === "") return text;
  }
  // Not the error below, which shows the text: what stands before an @ can be a secret.
  if (text.includes("@")) throw new UsageError("expected a URL without a user; set LEANIX_AUTHORIZATION instead");
  throw new InvalidArgumentError("expected a URL such as http://localhost:3000/");
}

/**
 * The whole value of the Authorization header, of the environment or else of an argument; undefined if none is set.
 * Refused here is what no header can hold, because the error of `fetch` would show it.
 */
export function authorizationOf({ env }: Terminal, argument?: string): string | undefined {
  const header = env.LEANIX_AUTHORIZATION?.trim() || argument;
  if (header === undefined) return undefined;
  try {
    verifier({ header });
    return header;
  } catch {
    throw new UsageError("the Authorization header is not printable ASCII, or the text of a variable that is not set");
  }
}
