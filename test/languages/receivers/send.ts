import { request } from "node:http";
import { type Delivery, secret } from "./requests.js";

/** Resolves to the status. A long body waits a moment for an answer that its length alone may get. */
export function send(url: string, delivery: Delivery): Promise<number> {
  const { method = "POST", authorization = secret, body = "", isChunked } = delivery;
  const length = isChunked ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const headers = { "content-type": "application/json", ...length, ...(authorization !== null && { authorization }) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false, timeout: 60_000 }, (response) => {
      resolve(response.statusCode!);
      sent.destroy();
    });
    // After an answer these settle nothing.
    sent.on("error", reject);
    sent.on("timeout", () => sent.destroy(new Error("no answer within a minute")));
    if (method !== "POST") sent.end();
    else if (body.length < 1_000_000) sent.end(body);
    else {
      sent.flushHeaders();
      setTimeout(() => sent.end(body), 300);
    }
  });
}
