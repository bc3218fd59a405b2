import type { Field, FieldDataType, FieldValue, KnownFieldData, LifecyclePhase } from "../generated/types.js";
import { isKnownFieldData } from "./guards.js";

/** The plain value of a field: a text, a number, a list, the phases of a lifecycle; null if the field is empty. */
export type PlainFieldValue = string | number | boolean | string[] | LifecyclePhase[] | object | null | undefined;

/**
 * The values of a fact sheet's or a relation's fields by name, without what is around them: the text, number, boolean or
 * day, the keyword or keywords, the phases of a lifecycle, the external id; null if a field is empty.
 *
 * Anything else stands as it came: a location, a project's reports, a type of field data that this version does not know, and
 * data that has not the shape of its type. If several fields have one name, the last one counts.
 *
 * @returns An object without a prototype, so that it has the names of the fields alone.
 * @example
 * ```ts
 * import { fieldValuesOf, parseWebhookEvent } from "leanix-webhook-events";
 * import { examples } from "leanix-webhook-events/examples";
 *
 * const event = parseWebhookEvent(examples.FACT_SHEET_UPDATED);
 * if (event.type === "FACT_SHEET_UPDATED") {
 *   const values = fieldValuesOf(event.payload.factSheet);
 *   console.log(values.category ?? "no category");
 * }
 * ```
 */
export function fieldValuesOf({
  fields,
}: {
  fields?: readonly Field[] | null | undefined;
}): Record<string, PlainFieldValue> {
  const values: Record<string, PlainFieldValue> = Object.create(null);
  for (const { name, data } of fields ?? []) values[name] = plainValue(data);
  return values;
}

function plainValue(data: FieldValue | undefined): PlainFieldValue {
  if (!isKnownFieldData(data)) return data;
  const key: string | undefined = valueKeys[data.type];
  return key === undefined ? data : (data[key as keyof KnownFieldData] ?? null);
}

/** The member that holds the plain value. */
const valueKeys: Partial<Record<FieldDataType, string>> = {
  StringValue: "value",
  IntegerValue: "value",
  DoubleValue: "value",
  BooleanValue: "value",
  DateValue: "value",
  SearchBasedFieldValue: "value",
  SingleSelect: "keyword",
  MultipleSelect: "values",
  FactSheetReferencesFieldValue: "values",
  Lifecycle: "phases",
  ExternalId: "externalId",
};
