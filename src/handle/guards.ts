import { fieldChecks } from "../generated/field-checks.js";
import type { FieldDataType, KnownFieldData, WebhookEvent, WebhookEventMap } from "../generated/types.js";
import { isObject } from "../json/object.js";

/** The event of an event type, for example `EventOfType<"FACT_SHEET_CREATED">`. */
export type EventOfType<Type extends keyof WebhookEventMap> = WebhookEventMap[Type];

/** The field data of a type, for example `FieldDataOfType<"Lifecycle">`. */
export type FieldDataOfType<Type extends FieldDataType> = Extract<KnownFieldData, { type: Type }>;

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
export function isEventOfType<Type extends keyof WebhookEventMap>(
  event: WebhookEvent,
  ...types: readonly Type[]
): event is EventOfType<Type> {
  return (types as readonly string[]).includes(event.type);
}

/**
 * Whether a value is field data of one of the given types, with the whole shape of that type; narrows it. Parsing does not
 * check what a field holds, because each workspace configures its fields.
 *
 * @param value `factSheet.fields[0].data`, or the old or new value of FACT_SHEET_FIELD_UPDATED.
 * @example
 * ```ts
 * import { type FieldValue, isFieldOfType } from "leanix-webhook-events";
 *
 * function phases(value: FieldValue | undefined): string[] {
 *   return isFieldOfType(value, "Lifecycle") ? (value.phases ?? []).map(({ phase }) => phase) : [];
 * }
 * ```
 */
export function isFieldOfType<Type extends FieldDataType>(
  value: unknown,
  ...types: readonly Type[]
): value is FieldDataOfType<Type> {
  return isKnownFieldData(value) && (types as readonly string[]).includes(value.type);
}

/**
 * Whether a value is field data of a type that this version knows, with the whole shape of that type; narrows it to a
 * closed union, which a `switch` narrows further.
 *
 * @param value `factSheet.fields[0].data`, or the old or new value of FACT_SHEET_FIELD_UPDATED.
 * @example
 * ```ts
 * import { type FieldValue, isKnownFieldData } from "leanix-webhook-events";
 *
 * function text(value: FieldValue | undefined): string | null | undefined {
 *   if (!isKnownFieldData(value)) return undefined;
 *   switch (value.type) {
 *     case "StringValue":
 *       return value.value;
 *     case "SingleSelect":
 *       return value.keyword;
 *     default:
 *       return undefined;
 *   }
 * }
 * ```
 */
export function isKnownFieldData(value: unknown): value is KnownFieldData {
  if (!isObject(value) || typeof value.type !== "string" || !Object.hasOwn(fieldChecks, value.type)) return false;
  return fieldChecks[value.type as FieldDataType](value, 1) === undefined;
}
