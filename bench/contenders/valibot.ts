import * as v from "valibot";
import { isRecord, pick } from "./dispatch.js";
import { datePattern, timestampPattern } from "./patterns.js";

const id = v.pipe(v.string(), v.minLength(1));
const text = v.string();
const flag = v.boolean();
const number = v.pipe(v.number(), v.finite());
const integer = v.pipe(v.number(), v.integer());
const timestamp = v.pipe(v.string(), v.regex(timestampPattern));
const date = v.pipe(v.string(), v.regex(datePattern));
const nullishText = v.nullish(text);
const anything = v.array(v.unknown());
const anyObject = v.looseObject({});

const fieldDataByType = {
  StringValue: v.looseObject({ value: v.nullable(text) }),
  IntegerValue: v.looseObject({ value: v.nullable(integer) }),
  DoubleValue: v.looseObject({ value: v.nullable(number) }),
  BooleanValue: v.looseObject({ value: v.nullable(flag) }),
  DateValue: v.looseObject({ value: v.nullable(date) }),
  SingleSelect: v.looseObject({ keyword: v.nullable(text) }),
  MultipleSelect: v.looseObject({ values: v.array(text) }),
  Lifecycle: v.looseObject({
    phases: v.array(v.looseObject({ phase: text, startDate: v.nullable(date), milestoneId: v.nullish(id) })),
  }),
  ExternalId: v.looseObject({
    externalId: v.nullable(text),
    comment: nullishText,
    externalUrl: nullishText,
    externalVersion: nullishText,
    status: nullishText,
    forceWrite: v.optional(flag),
  }),
  Location: v.looseObject({
    placeId: nullishText,
    rawAddress: nullishText,
    geoCity: nullishText,
    geoCountryCode: nullishText,
    geoCountry: nullishText,
    geoAddress: nullishText,
    geoStreet: nullishText,
    geoHouseNumber: nullishText,
    geoPostalCode: nullishText,
    latitude: v.nullish(number),
    longitude: v.nullish(number),
  }),
  ProjectStatusProgress: v.looseObject({
    projectStatus: v.array(
      v.looseObject({
        id: v.nullish(id),
        date: v.nullish(date),
        status: nullishText,
        progress: v.nullish(integer),
        description: nullishText,
        projectStatusProviderInfos: v.nullish(
          v.array(
            v.looseObject({
              providerId: nullishText,
              actualsOpEx: v.nullish(number),
              actualsCapEx: v.nullish(number),
              etcOpEx: v.nullish(number),
              etcCapEx: v.nullish(number),
            }),
          ),
        ),
      }),
    ),
  }),
  FactSheetReferencesFieldValue: v.looseObject({ values: v.array(text) }),
  SearchBasedFieldValue: v.looseObject({ value: v.nullable(text) }),
};

/** `v.variant` is closed, and field data is an open set: so the type picks the schema. */
const fieldDataSchemas = new Map<unknown, v.GenericSchema>(Object.entries(fieldDataByType));
const unknownFieldData = v.looseObject({ type: text });
const fieldData = v.lazy((data) => (isRecord(data) && fieldDataSchemas.get(data.type)) || unknownFieldData);
const fields = v.array(v.looseObject({ name: text, data: fieldData }));

const relation = v.looseObject({
  id,
  type: text,
  fromId: id,
  toId: id,
  typeFromFS: text,
  typeToFS: text,
  displayNameToFS: nullishText,
  status: v.optional(text),
  fields: v.optional(fields),
  naFields: v.optional(v.array(text)),
  permittedReadACL: v.optional(anything),
  constrainingRelations: v.optional(anything),
  activeFrom: v.nullish(date),
  activeUntil: v.nullish(date),
});

const completion: v.GenericSchema = v.looseObject({
  type: text,
  completion: number,
  percentage: integer,
  weightedSum: v.optional(number),
  totalWeight: v.optional(number),
  subCompletions: v.optional(
    v.record(
      text,
      v.lazy(() => completion),
    ),
  ),
});

const tag = v.looseObject({
  id,
  name: text,
  description: nullishText,
  bgColor: nullishText,
  status: v.optional(text),
  tagGroup: v.nullish(
    v.looseObject({
      id,
      name: text,
      shortName: nullishText,
      description: nullishText,
      mandatory: v.nullish(flag),
      mode: nullishText,
      restrictToFactSheetTypes: v.nullish(v.array(text)),
      mandatoryForFactSheetTypes: v.nullish(v.array(text)),
    }),
  ),
});

const document = v.looseObject({
  id,
  name: text,
  description: nullishText,
  url: nullishText,
  origin: nullishText,
  documentType: nullishText,
  metadata: nullishText,
  refId: nullishText,
  displayName: nullishText,
  createdAt: v.optional(timestamp),
  fileInformation: v.nullish(v.looseObject({ fileName: nullishText, mediaType: nullishText })),
  size: v.nullish(integer),
});

const subscription = v.looseObject({
  id,
  userId: v.optional(id),
  type: text,
  roles: v.optional(v.array(anyObject)),
  linkedRoles: v.optional(v.array(anyObject)),
});

const milestone = v.looseObject({ id: v.nullish(id), date, name: text, description: nullishText });
const accessControlList = v.array(v.looseObject({ id: v.optional(id), name: nullishText }));

const factSheet = v.looseObject({
  id,
  rev: integer,
  type: text,
  name: text,
  displayName: text,
  fullName: v.optional(text),
  description: nullishText,
  level: v.optional(integer),
  status: text,
  lxState: v.optional(text),
  createdAt: timestamp,
  updatedAt: timestamp,
  fields,
  naFields: v.optional(v.array(text)),
  tags: v.optional(v.array(tag)),
  relations: v.optional(v.array(relation)),
  documents: v.optional(v.array(document)),
  milestones: v.optional(v.array(milestone)),
  subscriptions: v.optional(v.array(subscription)),
  permittedReadACL: v.optional(accessControlList),
  permittedWriteACL: v.optional(accessControlList),
  completion: v.optional(completion),
  lxExcludeFromQuota: v.optional(flag),
});

const base = {
  id: integer,
  workspaceId: id,
  userId: v.nullable(id),
  createdAt: timestamp,
  transactionSequenceNumber: v.nullable(integer),
};

const schemas: Record<string, v.GenericSchema> = {
  FactSheetUpdatedEvent: v.looseObject({ ...base, type: v.literal("FactSheetUpdatedEvent"), factSheet }),
  FactSheetTagAddedEvent: v.looseObject({
    ...base,
    type: v.literal("FactSheetTagAddedEvent"),
    fsType: text,
    fsIdAndRev: v.looseObject({ id, rev: integer }),
    tagId: id,
    tagName: text,
    tagGroupName: nullishText,
  }),
};

export const accepts = (body: unknown) => v.safeParse(pick(schemas, body), body).success;

export const parse = (json: string) => {
  const body: unknown = JSON.parse(json);
  return v.parse(pick(schemas, body), body);
};

export const refuse = (body: unknown) => {
  const { issues } = v.safeParse(pick(schemas, body), body);
  return issues === undefined ? "" : v.summarize(issues);
};
