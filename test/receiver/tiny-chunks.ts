/** Delivers a body of 3 MB in chunks of one byte to each kind of stream, and prints the statuses. Run with a small heap. */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { createReceiver } from "../../src/receiver.js";

const PADDING = 3_000_000;
const body = Buffer.from(JSON.stringify({ type: "Tiny", padding: "x".repeat(PADDING) }));
const { node, fetch } = createReceiver({ authorization: "none", handle: () => {} });

async function throughNode(): Promise<number> {
  const server = createServer(node).listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n");
  const answered = once(socket, "data");
  const step = 50_000;
  for (let start = 0; start < body.length; start += step) {
    const chunks = Array.from(body.subarray(start, start + step), (byte) => `1\r\n${String.fromCharCode(byte)}\r\n`);
    if (!socket.write(chunks.join(""))) await once(socket, "drain");
  }
  socket.write("0\r\n\r\n");
  const [head] = await answered;
  socket.destroy();
  server.close();
  return Number(String(head).slice(9, 12));
}

async function throughFetch(): Promise<number> {
  let sent = 0;
  const chunks = {
    read: async () => (sent < body.length ? { done: false, value: body.subarray(sent, ++sent) } : { done: true }),
    cancel: async () => {},
  };
  const stream = { locked: false, getReader: () => chunks };
  const response = await fetch({ method: "POST", headers: new Headers(), bodyUsed: false, body: stream });
  return response.status;
}

console.log(await throughNode(), await throughFetch());
