/** A program as a user would write it: keeps fact sheets, relations, tags and subscribers in a CMDB. Compiled without a cast. */
import {
  type EventOfType,
  type FactSheet,
  type FieldValue,
  isKnownFieldData,
  type KnownFieldData,
  type Relation,
  type WebhookEvent,
} from "../src/index.js";

type Value = string | number | boolean | null;

interface Item {
  id: string;
  type: string;
  name: string;
  archived: boolean;
  sequence: number;
  attributes: Map<string, Value>;
  tags: Set<string>;
  subscribers: Map<string, string>;
}

export interface Cmdb {
  items: Map<string, Item>;
  links: Map<string, { from: string; to: string; type: string; attributes: Map<string, Value> }>;
  log: string[];
}

export function emptyCmdb(): Cmdb {
  return { items: new Map(), links: new Map(), log: [] };
}

export function sync(cmdb: Cmdb, event: WebhookEvent): void {
  switch (event.type) {
    case "FACT_SHEET_CREATED":
    case "FACT_SHEET_UPDATED":
      putFactSheet(cmdb, event);
      return;
    case "FACT_SHEET_ARCHIVED":
      archive(cmdb, event.payload.fsIdAndRev.id);
      return;
    case "FACT_SHEET_DELETED":
    case "FACT_SHEET_RECOVERED": {
      const { factSheet, fsIdAndRev, factSheetId } = event.payload;
      const id = factSheet?.id ?? fsIdAndRev?.id ?? factSheetId;
      if (id && event.type === "FACT_SHEET_DELETED") cmdb.items.delete(id);
      else if (id) itemOf(cmdb, id, factSheet?.type ?? event.payload.fsType).archived = false;
      return;
    }
    case "RELATION_CREATED":
      putRelation(cmdb, event.payload.relation);
      return;
    case "RELATION_UPDATED": {
      const { relation, fromDetails, toDetails, relationId } = event.payload;
      const id = relationId ?? relation?.id;
      const from = relation?.fromId ?? fromDetails?.factSheetInfos?.idAndRev?.id;
      const to = relation?.toId ?? toDetails?.factSheetInfos?.idAndRev?.id;
      if (id && from && to)
        putRelation(cmdb, { ...relation, id, type: relation?.type ?? "unknown", fromId: from, toId: to });
      return;
    }
    case "RELATION_ARCHIVED":
    case "RELATION_DELETED": {
      const id = event.payload.relationId ?? event.payload.relation?.id;
      if (id) cmdb.links.delete(id);
      return;
    }
    case "FACT_SHEET_TAG_ADDED":
      itemOf(cmdb, event.payload.fsIdAndRev.id, event.payload.fsType).tags.add(event.payload.tagName);
      return;
    case "FACT_SHEET_TAG_REMOVED": {
      const { fsIdAndRev, tagName } = event.payload;
      if (fsIdAndRev && tagName) cmdb.items.get(fsIdAndRev.id)?.tags.delete(tagName);
      return;
    }
    case "FACT_SHEET_FIELD_UPDATED": {
      const { fsIdAndRev, fsType, path, newValue } = event.payload;
      const value = isKnownFieldData(newValue) ? flatten(newValue) : typeof newValue === "string" ? newValue : null;
      itemOf(cmdb, fsIdAndRev.id, fsType).attributes.set(path.slice(1), value);
      return;
    }
    case "SUBSCRIPTION_CREATED":
    case "SUBSCRIPTION_UPDATED": {
      const { fsIdAndRev, fsType, subscribedUserId, subscriptionType } = event.payload;
      if (fsIdAndRev && subscribedUserId)
        itemOf(cmdb, fsIdAndRev.id, fsType).subscribers.set(subscribedUserId, subscriptionType ?? "unknown");
      return;
    }
    case "UNKNOWN":
      cmdb.log.push(event.issue?.message ?? `${event.reason} ${event.name ?? ""}`);
      return;
    default:
      cmdb.log.push(`${event.type} in ${event.payload.workspaceId ?? "an unnamed workspace"}`);
  }
}

function putFactSheet(cmdb: Cmdb, { payload }: EventOfType<"FACT_SHEET_CREATED" | "FACT_SHEET_UPDATED">): void {
  const { factSheet, transactionSequenceNumber } = payload;
  const item = itemOf(cmdb, factSheet.id, factSheet.type);
  if ((transactionSequenceNumber ?? 0) < item.sequence) return;
  item.sequence = transactionSequenceNumber ?? item.sequence;
  item.name = factSheet.displayName;
  item.archived = factSheet.status === "ARCHIVED";
  item.attributes = attributesOf(factSheet.fields);
  item.tags = new Set(factSheet.tags?.flatMap(({ name }) => name ?? []));
  for (const { userId, type } of factSheet.subscriptions ?? [])
    if (userId) item.subscribers.set(userId, type ?? "unknown");
  for (const relation of factSheet.relations ?? []) putRelation(cmdb, relation);
}

function putRelation({ links }: Cmdb, { id, type, fromId, toId, fields }: Relation): void {
  links.set(id, { from: fromId, to: toId, type, attributes: attributesOf(fields ?? []) });
}

function archive({ items }: Cmdb, id: string): void {
  const item = items.get(id);
  if (item) item.archived = true;
}

function itemOf({ items }: Cmdb, id: string, type: string | null | undefined): Item {
  const known = items.get(id);
  if (known) return known;
  const item: Item = {
    id,
    type: type ?? "unknown",
    name: id,
    archived: false,
    sequence: 0,
    attributes: new Map(),
    tags: new Set(),
    subscribers: new Map(),
  };
  items.set(id, item);
  return item;
}

function attributesOf(fields: FactSheet["fields"]): Map<string, Value> {
  return new Map(fields.map(({ name, data }) => [name, attributeOf(data)]));
}

function attributeOf(data: FieldValue | undefined): Value {
  return isKnownFieldData(data) ? flatten(data) : `(${JSON.stringify(data)})`;
}

function flatten(data: KnownFieldData): Value {
  switch (data.type) {
    case "StringValue":
    case "IntegerValue":
    case "DoubleValue":
    case "BooleanValue":
    case "DateValue":
    case "SearchBasedFieldValue":
      return data.value ?? null;
    case "SingleSelect":
      return data.keyword ?? null;
    case "MultipleSelect":
    case "FactSheetReferencesFieldValue":
      return data.values?.join(", ") ?? null;
    case "Lifecycle":
      return data.phases?.map(({ phase, startDate }) => `${phase}: ${startDate ?? "?"}`).join(", ") ?? null;
    case "ExternalId":
      return data.externalId ?? null;
    case "Location":
      return data.geoAddress ?? data.rawAddress ?? null;
    case "ProjectStatusProgress":
      return data.projectStatus?.at(-1)?.progress ?? null;
  }
}
