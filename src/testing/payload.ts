import { examples } from "../generated/examples.js";
import type { EventType, FieldDataType } from "../generated/types.js";
import { type EventOfType, isKnownFieldData } from "../handle/guards.js";
import { isObject } from "../json/object.js";
import { safeParseWebhookEvent } from "../parse/parse.js";

/** What may be changed of a value: any field at any depth. Arrays and the data of fields are replaced as a whole. */
export type PayloadChanges<Value> = Value extends string | readonly unknown[] | { type: FieldDataType }
  ? Value
  : Value extends object
    ? { [Key in keyof Value]?: PayloadChanges<Value[Key]> }
    : Value;

/**
 * A valid body of an event: its example, changed.
 *
 * @param changes The fields to change, at any depth; the others stay. A field set to undefined is left out.
 * @returns A new object at each call.
 * @throws TypeError if the changed body is not a valid body of the event. Its cause is the `WebhookEventError`, if there is one.
 * @example
 * ```ts
 * import { createPayload } from "leanix-webhook-events/testing";
 *
 * const payload = createPayload("FACT_SHEET_UPDATED", { factSheet: { displayName: "Billing", tags: [] } });
 * console.log(payload.factSheet.id, payload.factSheet.displayName);
 * ```
 */
export function createPayload<Type extends EventType>(
  type: Type,
  changes?: PayloadChanges<EventOfType<Type>["payload"]>,
): EventOfType<Type>["payload"] {
  if (!Object.hasOwn(examples, type)) throw new TypeError(`createPayload: ${String(type)} is not an event type`);
  const payload: unknown = JSON.parse(JSON.stringify(changed(examples[type], changes)));
  const { data, error } = safeParseWebhookEvent(payload);
  if (data?.type === type) return payload as EventOfType<Type>["payload"];
  // An inferred event that is not as guessed is UNKNOWN, and says where.
  const issue = error ?? (data.type === "UNKNOWN" ? data.issue : undefined);
  const problem = issue?.message ?? `it is parsed as ${data?.type}`;
  throw new TypeError(`createPayload: not a body of ${type}: ${problem}`, { cause: issue });
}

function changed(value: unknown, change: unknown): unknown {
  if (change === undefined) return value;
  // What replaces field data may be of a type that is not known, and has nothing in common with it.
  if (!isObject(value) || !isObject(change) || isKnownFieldData(value) || isKnownFieldData(change)) return change;
  const entries = Object.entries(change).map(([key, to]) => [key, to === undefined ? to : changed(value[key], to)]);
  return { ...value, ...Object.fromEntries(entries) };
}
