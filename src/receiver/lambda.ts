import { fieldsOf, textOf } from "../json/fields.js";
import { globalNamed } from "../json/missing.js";
import { utf8Of } from "../json/text.js";
import type { AzureResponse } from "./answer.js";
import type { ReadBody } from "./body.js";
import type { Delivery } from "./deliver.js";

/** What is read of an event of API Gateway (REST and HTTP), of a function URL, and of a load balancer. */
export interface LambdaEvent {
  /** The method, of a REST API or a load balancer. */
  readonly httpMethod?: string | undefined;
  /** Its `http.method` is the method, of an HTTP API or a function URL. */
  readonly requestContext?: object | undefined;
  /** The headers, each with one value. */
  readonly headers?: { readonly [name: string]: string | undefined } | null | undefined;
  /** The headers, each with all its values. */
  readonly multiValueHeaders?: { readonly [name: string]: readonly string[] | undefined } | null | undefined;
  /** The body as text. */
  readonly body?: string | null | undefined;
  /** Whether the text is base64 of the bytes. */
  readonly isBase64Encoded?: boolean | undefined;
}

/** What a function behind any of them returns. */
export interface LambdaResponse {
  /** The status. */
  statusCode: number;
  /** The headers. */
  headers: Record<string, string>;
  /** For a load balancer that sends headers in this form, and reads them in no other. */
  multiValueHeaders?: Record<string, string[]>;
  /** One line for people, or empty. */
  body: string;
  /** The body is text. */
  isBase64Encoded: false;
}

/** A test or a warm-up may call the function with no event, or with one of another kind. */
export function fromLambda(event: LambdaEvent | undefined): Delivery {
  const { httpMethod, requestContext } = fieldsOf(event);
  return {
    method: textOf(httpMethod) ?? textOf(fieldsOf(fieldsOf(requestContext).http).method),
    headerOf: (name) => headerOf(event, name),
    readBefore: "a middleware left it empty: pass the event on as it came",
    read: (maxBytes) => readBody(event, maxBytes),
  };
}

export function toLambda(
  event: LambdaEvent | undefined,
  { status, headers, body = "" }: AzureResponse,
): LambdaResponse {
  const response: LambdaResponse = { statusCode: status, headers, body, isBase64Encoded: false };
  if (!fieldsOf(event).multiValueHeaders) return response;
  const multiValueHeaders = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  return { ...response, multiValueHeaders };
}

/** Names come as they were sent, or in lower case. Several values are joined, so they match no secret. */
function headerOf(event: LambdaEvent | undefined, wanted: string): string | undefined {
  const all = Object.entries({ ...event?.headers, ...event?.multiValueHeaders });
  return all.find(([name]) => name.toLowerCase() === wanted)?.[1]?.toString();
}

function readBody(event: LambdaEvent | undefined, maxBytes: number): ReadBody {
  const body = event?.body;
  // Middleware may have parsed it.
  if (typeof body !== "string") return { body };
  const bytes = event?.isBase64Encoded ? bytesOf(body) : utf8Of(body);
  return bytes.length > maxBytes ? { reason: "TOO_LARGE" } : { body: bytes };
}

/** What is not base64 stays text. */
function bytesOf(base64: string): Uint8Array | string {
  const decode = globalNamed("atob");
  try {
    const text = decode(base64);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
    return bytes;
  } catch {
    return base64;
  }
}
