/** Events as API Gateway, a function URL and a load balancer make them of a request. */
import type { IncomingMessage } from "node:http";
import type {
  ALBEvent,
  ALBHandler,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  Context,
} from "aws-lambda";
import { gateway } from "./adapter.js";
import { receiver } from "./receiver.js";

/** The same function behind each of them: it is of each one's handler type. */
export const restHandler: APIGatewayProxyHandler = (event, context) => receiver.lambda(event, context);
export const httpHandler: APIGatewayProxyHandlerV2 = (event, context) => receiver.lambda(event, context);
export const balancerHandler: ALBHandler = (event, context) => receiver.lambda(event, context);

const context = {} as Context;

const multiValue = (request: IncomingMessage) => request.headersDistinct as Record<string, string[]>;

/** Names as they were sent, and the last of a doubled one. */
function singleValue({ rawHeaders }: IncomingMessage): Record<string, string> {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, rawHeaders[2 * index + 1]!]));
}

/** Names in lower case, and all values of a doubled one. */
const joined = (request: IncomingMessage) =>
  Object.fromEntries(Object.entries(multiValue(request)).map(([name, values]) => [name, values.join(",")]));

const path = "/leanix";

const events = {
  "API Gateway v1": (request: IncomingMessage, body: Buffer) =>
    ({
      resource: path,
      path,
      httpMethod: request.method!,
      headers: singleValue(request),
      multiValueHeaders: multiValue(request),
      queryStringParameters: null,
      requestContext: { httpMethod: request.method!, path, stage: "test" },
      body: body.length === 0 ? null : body.toString(),
      isBase64Encoded: false,
    }) as unknown as APIGatewayProxyEvent,
  "API Gateway v2": (request: IncomingMessage, body: Buffer) =>
    ({
      version: "2.0",
      routeKey: "$default",
      rawPath: path,
      rawQueryString: "",
      headers: joined(request),
      requestContext: { http: { method: request.method!, path, protocol: "HTTP/1.1" }, stage: "$default" },
      ...(body.length === 0 ? {} : { body: body.toString() }),
      isBase64Encoded: false,
    }) as unknown as APIGatewayProxyEventV2,
  "Lambda function URL, base64": (request: IncomingMessage, body: Buffer) =>
    ({
      version: "2.0",
      rawPath: path,
      headers: joined(request),
      requestContext: { http: { method: request.method!, path }, domainName: "id.lambda-url.on.aws" },
      body: body.toString("base64"),
      isBase64Encoded: true,
    }) as unknown as APIGatewayProxyEventV2,
  "ALB, multi-value headers": (request: IncomingMessage, body: Buffer) =>
    ({
      requestContext: { elb: { targetGroupArn: "arn" } },
      httpMethod: request.method!,
      path,
      multiValueHeaders: multiValue(request),
      body: body.toString("base64"),
      isBase64Encoded: true,
    }) as unknown as ALBEvent,
  ALB: (request: IncomingMessage, body: Buffer) =>
    ({
      requestContext: { elb: { targetGroupArn: "arn" } },
      httpMethod: request.method!,
      path,
      headers: joined(request),
      body: body.toString(),
      isBase64Encoded: false,
    }) as unknown as ALBEvent,
};

export const lambdaServers = Object.fromEntries(
  Object.entries(events).map(([name, eventOf]) => [
    name,
    () =>
      gateway(async (request, body) => {
        const event = eventOf(request, body);
        const { statusCode, headers, multiValueHeaders, body: text } = await receiver.lambda(event, context);
        // A load balancer that sends headers in one form reads no other.
        const isMultiValue = !("headers" in event);
        const read = isMultiValue
          ? Object.entries(multiValueHeaders!).map(([name, [value]]) => [name, value])
          : headers;
        const sent = (Array.isArray(read) ? Object.fromEntries(read) : read) as Record<string, string>;
        return { status: statusCode, headers: sent, body: text === "" ? undefined : text };
      }),
  ]),
);
