import type { WebhookEvent } from "../../src/generated/types.js";
import { deliveryKeyOf } from "../../src/handle/delivery-key.js";
import { factSheetsOf } from "../../src/handle/fact-sheets.js";
import { fieldValuesOf } from "../../src/handle/field-values.js";
import { groupKeyOf } from "../../src/handle/group-key.js";
import { positionOf } from "../../src/handle/position.js";
import { fieldsOf, textOf } from "../../src/json/fields.js";
import { isObject } from "../../src/json/object.js";
import { examine } from "../../src/parse/examine.js";
import type { Judged } from "./verdict.js";

/** What an administrator asks of a delivery, as rows: a name and what the library answers. */
export interface About {
  rows: [name: string, value: string][];
  /** The fields of the fact sheet that have a plain value. */
  values: [field: string, value: string][];
  key?: string;
  position?: { key: string; sequence: number };
}

const MOST_VALUES = 40;

export function aboutBody({ result, body, reason }: Judged): About {
  const { result: parsed, payload } = examine(body.body);
  const subject = parsed.data ?? parsed.error;
  const factSheets = factSheetsOf(subject).map(({ id, type, displayName }) =>
    [displayName, type && `(${type})`, id].filter(Boolean).join(" "),
  );
  const key = deliveryKeyOf(subject);
  const position = parsed.data && positionOf(parsed.data);
  const group = parsed.data && groupKeyOf(parsed.data);
  const createdAt = textOf(fieldsOf(payload).createdAt);
  const rows: [string, string | undefined][] = [
    ["fact sheet", factSheets.join(", ") || "none named"],
    ["happened", createdAt && `${createdAt} (${ageOf(createdAt)})`],
    ["delivery key", key ?? "none: each delivery counts as new"],
    [
      "position",
      parsed.data && (position ? `${position.sequence} of ${position.key}` : "none: no newer event replaces it"),
    ],
    ["queue group", group],
    ["a receiver answers", answerTo(result, reason)],
  ];
  return {
    rows: rows.filter((row): row is [string, string] => row[1] !== undefined),
    values: parsed.data ? valuesOf(parsed.data) : [],
    ...(key !== undefined && { key }),
    ...(position && { position }),
  };
}

function answerTo(result: Judged["result"], reason: Judged["reason"]): string {
  if (reason === "NESTED" || reason === "ENCODED_TWICE") return answers.misplaced;
  return answers[reason ? "unknown" : result];
}

const answers = {
  ok: "204, after your handler has returned. LeanIX is done with it.",
  unknown: "204: your handler gets it as UNKNOWN. LeanIX is done with it.",
  misplaced:
    "204, and a line in its log says where the event is: your handler gets it as UNKNOWN. LeanIX is done with it.",
  refused:
    "202 with the line above, and onInvalid is called. LeanIX is done with it, because it would send the same body again.",
};

function ageOf(createdAt: string): string {
  const days = Math.floor((Date.now() - Date.parse(createdAt)) / 86_400_000);
  return Number.isNaN(days) ? "not a time" : days < 1 ? "today" : days === 1 ? "a day ago" : `${days} days ago`;
}

/** The values of a fact sheet's fields that can be said in a line. */
function valuesOf({ payload }: WebhookEvent): [string, string][] {
  const { factSheet } = fieldsOf(payload);
  if (!isObject(factSheet) || !Array.isArray(factSheet.fields)) return [];
  const values = Object.entries(fieldValuesOf(factSheet as Parameters<typeof fieldValuesOf>[0]));
  return values.slice(0, MOST_VALUES).map(([field, value]) => [field, said(value)]);
}

function said(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.map(said).join(", ");
  const { phase, startDate } = fieldsOf(value);
  if (typeof phase === "string") return [phase, startDate].filter(Boolean).join(" ");
  return isObject(value) ? JSON.stringify(value) : String(value);
}
