/**
 * Sends bodies to a receiver on loopback in the three forms that LeanIX delivers, and prints what it makes of each.
 * Without arguments the bodies are those of examples/payloads; otherwise the files that are named.
 */
import { readBodies, readExamples, type Sent } from "./demo/bodies.js";
import { deliver, startReceiver } from "./demo/receiver.js";
import { printTable, type Row, row } from "./demo/table.js";

const files = process.argv.slice(2);
const { bodies, errors } = files.length > 0 ? readBodies(files) : { bodies: readExamples(), errors: [] };
const rows = await deliverAll(bodies);
const wrong = rows.filter(({ ok }) => !ok);

if (rows.length > 0) console.log(printTable(rows));
for (const message of [...errors, ...wrong.map(({ file, form, problem }) => `${file} (${form}): ${problem}`)])
  console.error(message);
console.log(counts(rows, wrong.length, errors.length));
if (wrong.length > 0 || errors.length > 0) process.exitCode = 1;

async function deliverAll(bodies: Sent[]): Promise<Row[]> {
  const receiver = await startReceiver();
  try {
    const rows: Row[] = [];
    for (const sent of bodies) rows.push(row(sent, await deliver(receiver.url, sent.body)));
    return rows;
  } finally {
    await receiver.close();
  }
}

function counts(rows: Row[], wrong: number, unread: number): string {
  const events = new Set(rows.map(({ event }) => event).filter((event) => event !== "UNKNOWN" && event !== "-"));
  const forms = ["bare", "wrapped", "empty"].map((form) => `${rows.filter((row) => row.form === form).length} ${form}`);
  const unreadable = unread > 0 ? `, ${unread} not read` : "";
  return `${rows.length} deliveries (${forms.join(", ")}) of ${events.size} event types: ${rows.length - wrong} as expected, ${wrong} wrong${unreadable}`;
}
