import { createContext, Script } from "node:vm";
import { kindOf } from "../../drift/saw.js";
import { isObject } from "../../parse/json-object.js";

/** What a callback makes of a delivery. */
export type Outcome =
  | { kind: "not sent" }
  | { kind: "sent"; as: string }
  | { kind: "fails"; line: number | undefined; reason: string };

const TIME_LIMIT_MS = 1000;
const MAX_REASON_LENGTH = 200;
const MAX_KEYS = 10;

/** Runs the code of a callback on the JSON text of a payload, as the globals `delivery` and `data`. */
export async function runCallback(code: string, payload: string): Promise<Outcome> {
  const context = createContext({}, { microtaskMode: "afterEvaluate" });
  const run = (source: string, filename: string): unknown =>
    new Script(source, { filename }).runInContext(context, { timeout: TIME_LIMIT_MS });
  let rejection: Outcome | undefined;
  const onRejection = (reason: unknown) => {
    rejection = failure(reason);
  };
  process.on("unhandledRejection", onRejection);
  try {
    run(`globalThis.data = globalThis.delivery = JSON.parse(${JSON.stringify(deliveryOf(payload))})`, "delivery.js");
    run(code, "callback.js");
    const after = run("JSON.stringify({ active: delivery.active, payload: delivery.payload })", "delivery.js");
    await new Promise((resolve) => setImmediate(resolve));
    return rejection ?? outcomeOf(JSON.parse(after as string), payload);
  } catch (error) {
    return failure(error);
  } finally {
    process.off("unhandledRejection", onRejection);
  }
}

function deliveryOf(payload: string): string {
  const delivery = {
    active: true,
    payload: JSON.parse(payload),
    targetUrl: "https://example.com/",
    targetMethod: "POST",
  };
  return JSON.stringify(delivery);
}

function outcomeOf({ active, payload }: { active?: unknown; payload?: unknown }, before: string): Outcome {
  if (!active) return { kind: "not sent" };
  const isSame = JSON.stringify(payload) === JSON.stringify(JSON.parse(before));
  return { kind: "sent", as: isSame ? "it is" : shapeOf(payload) };
}

/** `{text: string, items: array}`; the kind of any other value. */
function shapeOf(payload: unknown): string {
  if (!isObject(payload)) return payload === undefined ? "undefined" : kindOf(payload);
  const entries = Object.entries(payload).map(([key, value]) => `${key}: ${kindOf(value)}`);
  const more = entries.length > MAX_KEYS ? [`${entries.length - MAX_KEYS} more`] : [];
  return `{${[...entries.slice(0, MAX_KEYS), ...more].join(", ")}}`;
}

/** The error is of another realm, and can be anything that was thrown. */
function failure(error: unknown): Outcome {
  const { stack, name, message, code } = (error ?? {}) as { [key: string]: unknown };
  if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
    return { kind: "fails", line: undefined, reason: "runs longer than a second" };
  const line = /callback\.js:(\d+)/.exec(String(stack))?.[1];
  const reason = message === undefined ? `throws ${kindOf(error)}` : `${name}: ${message}`;
  return {
    kind: "fails",
    line: line === undefined ? undefined : Number(line),
    reason: reason.slice(0, MAX_REASON_LENGTH).replaceAll("\n", " "),
  };
}
