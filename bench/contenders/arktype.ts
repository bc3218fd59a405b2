import { scope, type Type, type } from "arktype";
import { pick } from "./dispatch.js";
import { datePattern, timestampPattern } from "./patterns.js";

const fieldDataTypes = new Set([
  "StringValue",
  "IntegerValue",
  "DoubleValue",
  "BooleanValue",
  "DateValue",
  "SingleSelect",
  "MultipleSelect",
  "Lifecycle",
  "ExternalId",
  "Location",
  "ProjectStatusProgress",
  "FactSheetReferencesFieldValue",
  "SearchBasedFieldValue",
]);

const models = scope({
  id: "string > 0",
  finite: type("number").narrow(Number.isFinite),
  integer: "number.integer",
  timestamp: timestampPattern,
  date: datePattern,

  StringValue: { type: "'StringValue'", value: "string | null" },
  IntegerValue: { type: "'IntegerValue'", value: "integer | null" },
  DoubleValue: { type: "'DoubleValue'", value: "finite | null" },
  BooleanValue: { type: "'BooleanValue'", value: "boolean | null" },
  DateValue: { type: "'DateValue'", value: "date | null" },
  SingleSelect: { type: "'SingleSelect'", keyword: "string | null" },
  MultipleSelect: { type: "'MultipleSelect'", values: "string[]" },
  LifecyclePhase: { phase: "string", startDate: "date | null", "milestoneId?": "id | null" },
  Lifecycle: { type: "'Lifecycle'", phases: "LifecyclePhase[]" },
  ExternalId: {
    type: "'ExternalId'",
    externalId: "string | null",
    "comment?": "string | null",
    "externalUrl?": "string | null",
    "externalVersion?": "string | null",
    "status?": "string | null",
    "forceWrite?": "boolean",
  },
  Location: {
    type: "'Location'",
    "placeId?": "string | null",
    "rawAddress?": "string | null",
    "geoCity?": "string | null",
    "geoCountryCode?": "string | null",
    "geoCountry?": "string | null",
    "geoAddress?": "string | null",
    "geoStreet?": "string | null",
    "geoHouseNumber?": "string | null",
    "geoPostalCode?": "string | null",
    "latitude?": "finite | null",
    "longitude?": "finite | null",
  },
  ProviderInfo: {
    "providerId?": "string | null",
    "actualsOpEx?": "finite | null",
    "actualsCapEx?": "finite | null",
    "etcOpEx?": "finite | null",
    "etcCapEx?": "finite | null",
  },
  ProjectStatus: {
    "id?": "id | null",
    "date?": "date | null",
    "status?": "string | null",
    "progress?": "integer | null",
    "description?": "string | null",
    "projectStatusProviderInfos?": "ProviderInfo[] | null",
  },
  ProjectStatusProgress: { type: "'ProjectStatusProgress'", projectStatus: "ProjectStatus[]" },
  FactSheetReferencesFieldValue: { type: "'FactSheetReferencesFieldValue'", values: "string[]" },
  SearchBasedFieldValue: { type: "'SearchBasedFieldValue'", value: "string | null" },
  UnknownFieldData: { type: type("string").narrow((name) => !fieldDataTypes.has(name)) },
  FieldData:
    "StringValue | IntegerValue | DoubleValue | BooleanValue | DateValue | SingleSelect | MultipleSelect | Lifecycle | ExternalId | Location | ProjectStatusProgress | FactSheetReferencesFieldValue | SearchBasedFieldValue | UnknownFieldData",
  Field: { name: "string", data: "FieldData" },

  Relation: {
    id: "id",
    type: "string",
    fromId: "id",
    toId: "id",
    typeFromFS: "string",
    typeToFS: "string",
    "displayNameToFS?": "string | null",
    "status?": "string",
    "fields?": "Field[]",
    "naFields?": "string[]",
    "permittedReadACL?": "unknown[]",
    "constrainingRelations?": "unknown[]",
    "activeFrom?": "date | null",
    "activeUntil?": "date | null",
  },

  Completion: {
    type: "string",
    completion: "finite",
    percentage: "integer",
    "weightedSum?": "finite",
    "totalWeight?": "finite",
    "subCompletions?": { "[string]": "Completion" },
  },

  TagGroup: {
    id: "id",
    name: "string",
    "shortName?": "string | null",
    "description?": "string | null",
    "mandatory?": "boolean | null",
    "mode?": "string | null",
    "restrictToFactSheetTypes?": "string[] | null",
    "mandatoryForFactSheetTypes?": "string[] | null",
  },
  Tag: {
    id: "id",
    name: "string",
    "description?": "string | null",
    "bgColor?": "string | null",
    "status?": "string",
    "tagGroup?": "TagGroup | null",
  },

  FileInformation: { "fileName?": "string | null", "mediaType?": "string | null" },
  Document: {
    id: "id",
    name: "string",
    "description?": "string | null",
    "url?": "string | null",
    "origin?": "string | null",
    "documentType?": "string | null",
    "metadata?": "string | null",
    "refId?": "string | null",
    "displayName?": "string | null",
    "createdAt?": "timestamp",
    "fileInformation?": "FileInformation | null",
    "size?": "integer | null",
  },

  AnyObject: { "[string]": "unknown" },
  Subscription: { id: "id", "userId?": "id", type: "string", "roles?": "AnyObject[]", "linkedRoles?": "AnyObject[]" },
  Milestone: { "id?": "id | null", date: "date", name: "string", "description?": "string | null" },
  AccessControlEntity: { "id?": "id", "name?": "string | null" },

  FactSheet: {
    id: "id",
    rev: "integer",
    type: "string",
    name: "string",
    displayName: "string",
    "fullName?": "string",
    "description?": "string | null",
    "level?": "integer",
    status: "string",
    "lxState?": "string",
    createdAt: "timestamp",
    updatedAt: "timestamp",
    fields: "Field[]",
    "naFields?": "string[]",
    "tags?": "Tag[]",
    "relations?": "Relation[]",
    "documents?": "Document[]",
    "milestones?": "Milestone[]",
    "subscriptions?": "Subscription[]",
    "permittedReadACL?": "AccessControlEntity[]",
    "permittedWriteACL?": "AccessControlEntity[]",
    "completion?": "Completion",
    "lxExcludeFromQuota?": "boolean",
  },

  Base: {
    id: "integer",
    workspaceId: "id",
    userId: "id | null",
    createdAt: "timestamp",
    transactionSequenceNumber: "integer | null",
  },
  FactSheetUpdatedEvent: { "...": "Base", type: "'FactSheetUpdatedEvent'", factSheet: "FactSheet" },
  IdAndRev: { id: "id", rev: "integer" },
  FactSheetTagAddedEvent: {
    "...": "Base",
    type: "'FactSheetTagAddedEvent'",
    fsType: "string",
    fsIdAndRev: "IdAndRev",
    tagId: "id",
    tagName: "string",
    "tagGroupName?": "string | null",
  },
}).export("FactSheetUpdatedEvent", "FactSheetTagAddedEvent");

/** Without the types of the bodies, which the others do not have to carry either. */
const schemas = { ...models } as unknown as Record<string, Type>;

export const accepts = (body: unknown): boolean => pick(schemas, body).allows(body);

export const parse = (json: string): unknown => {
  const body: unknown = JSON.parse(json);
  return pick(schemas, body).assert(body);
};

export const refuse = (body: unknown): string => {
  const result = pick(schemas, body)(body);
  return result instanceof type.errors ? result.summary : "";
};
