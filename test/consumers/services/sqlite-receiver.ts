/** A receiver that writes to SQLite, by the recipe. Killed and started again by sqlite.test.ts. */
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { createReceiver } from "leanix-webhook-events/receiver";
import { type Database, handleOnceInOrder, prepareTables } from "./snippets/sqlite.js";

const { PORT, FILE = "" } = process.env;

/** `node:sqlite` where there is one, better-sqlite3 else. */
async function open(): Promise<Database> {
  const sqlite: string = process.getBuiltinModule?.("node:sqlite") ? "node:sqlite" : "better-sqlite3";
  const { DatabaseSync, default: BetterSqlite3 } = await import(sqlite);
  return new (DatabaseSync ?? BetterSqlite3)(FILE);
}

const db = await open();
prepareTables(db);
db.exec("CREATE TABLE IF NOT EXISTS state (id TEXT PRIMARY KEY, rev INTEGER NOT NULL)");
db.exec("CREATE TABLE IF NOT EXISTS steps (id INTEGER NOT NULL)");

const { node } = createReceiver({
  authorization: "none",
  onError: () => {},
  handle: (event) =>
    handleOnceInOrder(db, event, async () => {
      if (event.type === "FACT_SHEET_TAG_ADDED") db.prepare("INSERT INTO steps VALUES (?)").run(event.payload.id);
      if (event.type === "FACT_SHEET_UPDATED") {
        const { id, rev } = event.payload.factSheet;
        db.prepare("INSERT INTO state VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET rev = excluded.rev").run(id, rev);
      }
      await setTimeout(Math.random() * 4);
      if (Math.random() < 0.05) throw new Error("fails now and then");
    }),
});

createServer(node).listen(Number(PORT), "127.0.0.1", () => console.log("receiving"));
