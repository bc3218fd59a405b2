/** A receiver of the whole loop: `receiver.ts <file> <port> <seed>`. It writes the key of each event that it handles to a file. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deliveryKeyOf } from "../../../src/index.js";
import { createReceiver } from "../../../src/receiver.js";
import { randomOf } from "../../../src/testing/random.js";

const [file = "", port = "0", seed = "1"] = process.argv.slice(2);
const random = randomOf(Number(seed));
const handled = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);

const { node } = createReceiver({
  authorization: { header: "secret" },
  onInvalid: () => {},
  onError: () => {},
  handle: (event) => {
    const key = deliveryKeyOf(event);
    if (key !== undefined && handled.has(key)) return;
    if (key !== undefined && random() < 0.2) throw new Error("fails before it has done anything");
    appendFileSync(file, `${key}\n`);
    if (key === undefined) return;
    handled.add(key);
    if (random() < 0.05) throw new Error("fails after it has done everything");
  },
});

const server = createServer(node);
server.listen(Number(port), "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
