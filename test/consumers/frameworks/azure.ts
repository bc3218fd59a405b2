/** The HTTP trigger of Azure Functions v4, with the library's own request and response. */
import { type HttpHandler, HttpRequest, HttpResponse, InvocationContext } from "@azure/functions";
import { gateway } from "./adapter.js";
import { receiver } from "./receiver.js";

/** What a function app gives to `app.http("leanix", { methods: ["POST"], authLevel: "anonymous", handler })`. */
export const handler: HttpHandler = receiver.azure;

export function azureServer() {
  return gateway(async (request, bytes) => {
    const headers = request.headers as Record<string, string>;
    const body = bytes.length === 0 ? {} : { body: { bytes } };
    const azureRequest = new HttpRequest({ method: request.method!, url: "http://localhost/leanix", headers, ...body });
    const response = new HttpResponse(await receiver.azure(azureRequest, new InvocationContext()));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: response.status === 204 ? undefined : await response.text(),
    };
  });
}
