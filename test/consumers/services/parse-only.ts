import { createServer } from "node:http";
import { createReceiver } from "leanix-webhook-events/receiver";

const { node } = createReceiver({ authorization: { header: process.env.LEANIX_AUTHORIZATION }, handle: () => {} });
createServer(node).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("receiving"));
