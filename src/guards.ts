import type { EventType, FieldDataType, WebhookEvent } from "./generated/types.js";

/** The event of an event type, for example `EventOfType<"FACT_SHEET_CREATED">`. */
export type EventOfType<Type extends EventType> = Extract<WebhookEvent, { type: Type }>;

/** Whether an event is of one of the given types; narrows it. */
export function isEventOfType<const Type extends EventType>(
  event: WebhookEvent,
  ...types: readonly Type[]
): event is EventOfType<Type> {
  return (types as readonly string[]).includes(event.type);
}

/**
 * Whether field data is of a known type; narrows it. `===` cannot: the set is open, so an unknown member's `type` is
 * any string.
 *
 * @param data `factSheet.fields[0].data`, or the old or new value of FACT_SHEET_FIELD_UPDATED.
 */
export function isFieldOfType<Data, const Type extends FieldDataType>(
  data: Data,
  type: Type,
): data is Extract<Data, { type: Type }> {
  return typeof data === "object" && data !== null && (data as { type?: unknown }).type === type;
}
