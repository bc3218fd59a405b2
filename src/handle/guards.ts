import { fieldDataTypes } from "../generated/catalog.js";
import type { FieldDataType, WebhookEvent, WebhookEventMap } from "../generated/types.js";

/** The event of an event type, for example `EventOfType<"FACT_SHEET_CREATED">`. */
export type EventOfType<Type extends keyof WebhookEventMap> = WebhookEventMap[Type];

/**
 * Whether an event is of one of the given types; narrows it.
 *
 * @example
 * ```ts
 * import { isEventOfType, parseWebhookEvent } from "leanix-webhook-events";
 *
 * const event = parseWebhookEvent("{}");
 * if (isEventOfType(event, "FACT_SHEET_CREATED", "FACT_SHEET_UPDATED")) console.log(event.payload.factSheet.displayName);
 * ```
 */
export function isEventOfType<const Type extends keyof WebhookEventMap>(
  event: WebhookEvent,
  ...types: readonly Type[]
): event is EventOfType<Type> {
  return (types as readonly string[]).includes(event.type);
}

/**
 * Whether field data is of one of the given types; narrows it. `===` cannot: the set is open, so the `type` of unknown field
 * data is any string.
 *
 * @param data `factSheet.fields[0].data`, or the old or new value of FACT_SHEET_FIELD_UPDATED.
 * @example
 * ```ts
 * import { type FieldData, isFieldOfType } from "leanix-webhook-events";
 *
 * function phases(data: FieldData): string[] {
 *   return isFieldOfType(data, "Lifecycle") ? (data.phases ?? []).map(({ phase }) => phase) : [];
 * }
 * ```
 */
export function isFieldOfType<Data, const Type extends FieldDataType>(
  data: Data,
  ...types: readonly Type[]
): data is Extract<Data, { type: Type }> {
  return isObjectOfType(data) && (types as readonly string[]).includes(data.type);
}

/**
 * Whether field data is of a type that this version knows; narrows it to a closed union, which a `switch` narrows further.
 *
 * @param data `factSheet.fields[0].data`, or the old or new value of FACT_SHEET_FIELD_UPDATED.
 * @example
 * ```ts
 * import { type FieldData, isKnownFieldData } from "leanix-webhook-events";
 *
 * function text(data: FieldData): string | null | undefined {
 *   if (!isKnownFieldData(data)) return undefined;
 *   switch (data.type) {
 *     case "StringValue":
 *       return data.value;
 *     case "SingleSelect":
 *       return data.keyword;
 *     default:
 *       return undefined;
 *   }
 * }
 * ```
 */
export function isKnownFieldData<Data>(data: Data): data is Extract<Data, { type: FieldDataType }> {
  return isObjectOfType(data) && (fieldDataTypes as readonly string[]).includes(data.type);
}

function isObjectOfType(data: unknown): data is { type: string } {
  return typeof data === "object" && data !== null && typeof (data as { type?: unknown }).type === "string";
}
