/** A receiver such as a reader would write, and the vendor's side of it. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type EventType, eventCatalogue, safeParseWebhookEvent } from "../../src/index.js";
import { readValue } from "./value.js";

/** What the receiver answers. */
export interface Answer {
  event: EventType | "UNKNOWN" | "-";
  category: string;
  evidence: string;
  form: "bare" | "wrapped";
  value: string;
  error?: string;
}

export async function startReceiver(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const answer = receive(await bodyOf(request));
    response.writeHead(answer.error === undefined ? 200 : 422, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/`, close };
}

export async function deliver(url: string, body: string): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body });
  return (await response.json()) as Answer;
}

function receive(body: Buffer): Answer {
  const result = safeParseWebhookEvent(body);
  if (!result.success) {
    const { eventType, code, message } = result.error;
    return { ...described(eventType), form: "bare", value: "", error: `${code}: ${message}` };
  }
  const event = result.data;
  const form = event.envelope === undefined ? "bare" : "wrapped";
  if (event.type === "UNKNOWN") return { ...described(undefined), event: "UNKNOWN", form, value: "" };
  return { ...described(event.type), form, value: readValue(event) };
}

function described(eventType: EventType | undefined): Pick<Answer, "event" | "category" | "evidence"> {
  if (eventType === undefined) return { event: "-", category: "-", evidence: "-" };
  const { category, evidence } = eventCatalogue[eventType];
  return { event: eventType, category, evidence };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
