/** A server on loopback in front of a function that takes a whole request, as the cloud's gateways do. */
import { createServer, type IncomingMessage } from "node:http";

interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | undefined;
}

export function gateway(answer: (request: IncomingMessage, body: Buffer) => Promise<Reply>) {
  return createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const { status, headers, body } = await answer(request, Buffer.concat(chunks));
    response.writeHead(status, headers).end(body);
  });
}
