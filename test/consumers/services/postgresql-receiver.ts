/** A receiver that writes to PostgreSQL, by the recipe. Killed and started again by redelivery.test.ts. */
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { createReceiver } from "leanix-webhook-events/receiver";
import pg from "pg";
import { handleOnceInOrder } from "./snippets/postgresql.js";

const { PORT, POSTGRES_PORT } = process.env;
const pool = new pg.Pool({ host: "127.0.0.1", port: Number(POSTGRES_PORT), user: "postgres" });

const { node } = createReceiver({
  authorization: "none",
  onError: () => {},
  handle: (event) =>
    handleOnceInOrder(pool, event, async (client) => {
      if (event.type === "FACT_SHEET_TAG_ADDED")
        await client.query("INSERT INTO steps VALUES ($1)", [event.payload.id]);
      await setTimeout(Math.random() * 4);
      if (Math.random() < 0.05) throw new Error("fails now and then");
    }),
});

createServer(node).listen(Number(PORT), "127.0.0.1", () => console.log("receiving"));
