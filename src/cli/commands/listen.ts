import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Command, InvalidArgumentError } from "commander";
import { authorizationOf, httpUrl } from "../input/request.js";
import { type ListenOptions, responder } from "../listen/respond.js";
import { type MakeCommand, print, type Terminal, UsageError } from "../output/terminal.js";

interface Options extends ListenOptions {
  port: number;
  host: string;
}

export const listen: MakeCommand = (terminal) =>
  new Command("listen")
    .description("Receive deliveries and print a line for each. It answers 204, and 202 to a body that is refused.")
    .option("--port <number>", "port to listen on; 0 for a free one", portOf, 3000)
    .option("--host <address>", "address to listen on; any but the default can be reached from outside", "127.0.0.1")
    .option("--record <folder>", "write each body to a file of its own, which only you can read")
    .option("--forward <url>", "pass each delivery on, and answer what is answered there", httpUrl)
    .option("--values", "show the values of bodies that are refused")
    .addHelpText(
      "after",
      `
If LEANIX_AUTHORIZATION is set, a delivery with another Authorization header is answered with 401.

Examples:
  npx leanix-webhook-events listen
  npx leanix-webhook-events listen --port 0 --record recorded
  npx leanix-webhook-events listen --forward http://localhost:8080/hook`,
    )
    .action((options: Options) => run(options, terminal));

async function run({ port, host, ...options }: Options, terminal: Terminal): Promise<void> {
  const secret = authorizationOf(terminal);
  if (options.record !== undefined) await mkdir(options.record, { recursive: true, mode: 0o700 });
  const stop = new AbortController();
  const server = createServer(responder(options, secret, stop.signal, terminal));
  server.listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? new UsageError(`port ${port} is in use; --port 0 takes a free one`) : error;
  });
  // Before it says that it listens: from then on it can be ended.
  const interrupted = terminal.interrupted();
  const { address, family, port: taken } = server.address() as AddressInfo;
  if (secret === undefined && !isLoopback(address))
    terminal.errors.write(`warning: anybody who reaches ${address} can post here: set LEANIX_AUTHORIZATION\n`);
  await print(terminal, `listening on http://${family === "IPv6" ? `[${address}]` : address}:${taken}/`);
  await interrupted;
  // Pending forwards would keep the process alive.
  stop.abort();
  server.closeAllConnections();
  server.close();
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new InvalidArgumentError("expected an integer from 0 to 65535");
}
