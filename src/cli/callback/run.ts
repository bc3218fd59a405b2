import { Script } from "node:vm";
import { describeKind } from "../../drift/seen.js";
import { isObject } from "../../json/object.js";
import { type Failure, FILE, failureOf, syntaxFailure } from "./failure.js";
import type { Result } from "./harness.js";
import { newRealm } from "./realm.js";

/** What a callback makes of a delivery. */
export type Outcome =
  | { kind: "not sent" }
  /** `changed` names what else it has changed of the delivery. */
  | { kind: "sent"; as: string; changed: string[] }
  | Failure;

const TIME_LIMIT_MS = 1000;
const MAX_KEYS = 10;

const target = { targetUrl: "https://example.com/", targetMethod: "POST" };

/** The script of a callback's code, or why it is none. */
export function compile(code: string): Script | Failure {
  try {
    return new Script(code, { filename: FILE });
  } catch (error) {
    return syntaxFailure(error as Error);
  }
}

/** Runs a callback on a payload, as the globals `delivery` and `data`. */
export async function runCallback(script: Script, payload: object): Promise<Outcome> {
  const realm = newRealm(TIME_LIMIT_MS);
  const rejected: unknown[] = [];
  const onRejection = (reason: unknown) => rejected.push(reason);
  process.on("unhandledRejection", onRejection);
  try {
    realm.use("deliver", JSON.stringify({ active: true, payload, ...target }));
    realm.run(script);
    const result = JSON.parse(realm.use("result")) as Result;
    await new Promise((resolve) => setImmediate(resolve));
    return rejected.length > 0 ? failureOf(rejected[0], realm) : outcomeOf(result, payload);
  } catch (error) {
    return failureOf(error, realm);
  } finally {
    process.off("unhandledRejection", onRejection);
  }
}

function outcomeOf({ active, payload, ...result }: Result, before: object): Outcome {
  if (!active) return { kind: "not sent" };
  const isSame = JSON.stringify(payload) === JSON.stringify(before);
  const changed = (["targetUrl", "targetMethod"] as const).filter((key) => result[key] !== target[key]);
  return { kind: "sent", as: isSame ? "it is" : shapeOf(payload), changed };
}

/** `{text: string, items: array}`; the kind of any other value. */
function shapeOf(payload: unknown): string {
  if (!isObject(payload)) return payload === undefined ? "undefined" : describeKind(payload);
  const entries = Object.entries(payload).map(([key, value]) => `${key}: ${describeKind(value)}`);
  const more = entries.length > MAX_KEYS ? [`${entries.length - MAX_KEYS} more`] : [];
  return `{${[...entries.slice(0, MAX_KEYS), ...more].join(", ")}}`;
}
