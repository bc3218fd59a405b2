/** The answer to a request, in the shape that a function of Azure Functions v4 returns. */
export interface AzureResponse {
  /** The status. */
  status: number;
  /** The headers. */
  headers: Record<string, string>;
  /** One line for people; LeanIX keeps it in its delivery log. */
  body?: string | undefined;
}

export function answer(status: number, body?: string, headers: Record<string, string> = {}): AzureResponse {
  return { status, headers: body ? { ...plainText, ...headers } : headers, body };
}

const plainText = { "content-type": "text/plain; charset=utf-8" };
