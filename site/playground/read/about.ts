import type { WebhookEvent } from "../../../src/generated/types.js";
import { deliveryKeyOf } from "../../../src/handle/delivery-key.js";
import { type FactSheetReference, factSheetsOf } from "../../../src/handle/fact-sheets.js";
import { fieldValuesOf } from "../../../src/handle/field-values.js";
import { groupKeyOf } from "../../../src/handle/group-key.js";
import { type EventPosition, positionOf } from "../../../src/handle/position.js";
import { fieldsOf, textOf } from "../../../src/json/fields.js";
import { isObject } from "../../../src/json/object.js";
import { examine } from "../../../src/parse/examine.js";
import type { Judged } from "./verdict.js";

/** What an administrator asks of a delivery. */
export interface About {
  /** A name, and what the library answers. */
  rows: [name: string, value: string][];
  factSheets: FactSheetReference[];
  /** The fields of the fact sheet that have a plain value. */
  values: [field: string, value: string][];
}

/** What the library says of a body. */
export interface Facts {
  event?: WebhookEvent;
  factSheets: FactSheetReference[];
  createdAt?: string;
  key?: string;
  position?: EventPosition;
  group?: string;
}

const MOST_VALUES = 40;

export function factsOf({ body }: Judged): Facts {
  const { result, payload } = examine(body.body);
  const { data: event } = result;
  const subject = event ?? result.error;
  const createdAt = textOf(fieldsOf(payload).createdAt);
  const key = deliveryKeyOf(subject);
  const position = event && positionOf(event);
  return {
    factSheets: factSheetsOf(subject),
    ...(event && { event, group: groupKeyOf(event) }),
    ...(createdAt !== undefined && { createdAt }),
    ...(key !== undefined && { key }),
    ...(position && { position }),
  };
}

export function aboutBody(judged: Judged): About {
  const { result, event: type, reason, evidence } = judged;
  const { event, factSheets, createdAt, key, position, group } = factsOf(judged);
  const isKnown = type !== "UNKNOWN";
  const none = (what: string) => (isKnown ? `none: ${what}` : undefined);
  const rows: [string, string | undefined][] = [
    ["a receiver answers", answerTo(result, reason)],
    ["happened", createdAt && `${createdAt} (${ageOf(createdAt)})`],
    ["delivery key", key ?? none("each delivery counts as new")],
    ["position", event && (position ? `${position.sequence} of ${position.key}` : none("no newer event replaces it"))],
    ["queue group", isKnown || factSheets.length > 0 ? group : undefined],
    ["evidence", evidence && `${evidence}: ${evidences[evidence]}`],
  ];
  return {
    rows: rows.filter((row): row is [string, string] => row[1] !== undefined),
    factSheets,
    values: event ? valuesOf(event) : [],
  };
}

const evidences: Readonly<Record<string, string>> = {
  sample: "a body of it is published or was captured",
  partial: "some of its fields are known",
  inferred: "no body of it is published; we assume its sibling's",
};

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
