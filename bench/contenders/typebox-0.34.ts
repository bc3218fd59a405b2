import { type Static, type TSchema, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { lazily } from "./dispatch.js";
import { datePattern, timestampPattern } from "./patterns.js";

const id = Type.String({ minLength: 1 });
const text = Type.String();
const flag = Type.Boolean();
const number = Type.Number();
const integer = Type.Integer();
const timestamp = Type.String({ pattern: timestampPattern.source });
const date = Type.String({ pattern: datePattern.source });
const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const nullish = <Schema extends TSchema>(schema: Schema) => Type.Optional(nullable(schema));
const anything = Type.Array(Type.Unknown());
const anyObject = Type.Object({});

const fieldDataMembers = [
  Type.Object({ type: Type.Literal("StringValue"), value: nullable(text) }),
  Type.Object({ type: Type.Literal("IntegerValue"), value: nullable(integer) }),
  Type.Object({ type: Type.Literal("DoubleValue"), value: nullable(number) }),
  Type.Object({ type: Type.Literal("BooleanValue"), value: nullable(flag) }),
  Type.Object({ type: Type.Literal("DateValue"), value: nullable(date) }),
  Type.Object({ type: Type.Literal("SingleSelect"), keyword: nullable(text) }),
  Type.Object({ type: Type.Literal("MultipleSelect"), values: Type.Array(text) }),
  Type.Object({
    type: Type.Literal("Lifecycle"),
    phases: Type.Array(Type.Object({ phase: text, startDate: nullable(date), milestoneId: nullish(id) })),
  }),
  Type.Object({
    type: Type.Literal("ExternalId"),
    externalId: nullable(text),
    comment: nullish(text),
    externalUrl: nullish(text),
    externalVersion: nullish(text),
    status: nullish(text),
    forceWrite: Type.Optional(flag),
  }),
  Type.Object({
    type: Type.Literal("Location"),
    placeId: nullish(text),
    rawAddress: nullish(text),
    geoCity: nullish(text),
    geoCountryCode: nullish(text),
    geoCountry: nullish(text),
    geoAddress: nullish(text),
    geoStreet: nullish(text),
    geoHouseNumber: nullish(text),
    geoPostalCode: nullish(text),
    latitude: nullish(number),
    longitude: nullish(number),
  }),
  Type.Object({
    type: Type.Literal("ProjectStatusProgress"),
    projectStatus: Type.Array(
      Type.Object({
        id: nullish(id),
        date: nullish(date),
        status: nullish(text),
        progress: nullish(integer),
        description: nullish(text),
        projectStatusProviderInfos: nullish(
          Type.Array(
            Type.Object({
              providerId: nullish(text),
              actualsOpEx: nullish(number),
              actualsCapEx: nullish(number),
              etcOpEx: nullish(number),
              etcCapEx: nullish(number),
            }),
          ),
        ),
      }),
    ),
  }),
  Type.Object({ type: Type.Literal("FactSheetReferencesFieldValue"), values: Type.Array(text) }),
  Type.Object({ type: Type.Literal("SearchBasedFieldValue"), value: nullable(text) }),
];

const knownType = Type.Union(fieldDataMembers.map((member) => member.properties.type));
const unknownFieldData = Type.Object({ type: Type.Intersect([text, Type.Not(knownType)]) });
const fieldData = Type.Union([...fieldDataMembers, unknownFieldData]);
const fields = Type.Array(Type.Object({ name: text, data: fieldData }));

const relation = Type.Object({
  id,
  type: text,
  fromId: id,
  toId: id,
  typeFromFS: text,
  typeToFS: text,
  displayNameToFS: nullish(text),
  status: Type.Optional(text),
  fields: Type.Optional(fields),
  naFields: Type.Optional(Type.Array(text)),
  permittedReadACL: Type.Optional(anything),
  constrainingRelations: Type.Optional(anything),
  activeFrom: nullish(date),
  activeUntil: nullish(date),
});

const completion = Type.Recursive((self) =>
  Type.Object({
    type: text,
    completion: number,
    percentage: integer,
    weightedSum: Type.Optional(number),
    totalWeight: Type.Optional(number),
    subCompletions: Type.Optional(Type.Record(text, self)),
  }),
);

const tag = Type.Object({
  id,
  name: text,
  description: nullish(text),
  bgColor: nullish(text),
  status: Type.Optional(text),
  tagGroup: nullish(
    Type.Object({
      id,
      name: text,
      shortName: nullish(text),
      description: nullish(text),
      mandatory: nullish(flag),
      mode: nullish(text),
      restrictToFactSheetTypes: nullish(Type.Array(text)),
      mandatoryForFactSheetTypes: nullish(Type.Array(text)),
    }),
  ),
});

const document = Type.Object({
  id,
  name: text,
  description: nullish(text),
  url: nullish(text),
  origin: nullish(text),
  documentType: nullish(text),
  metadata: nullish(text),
  refId: nullish(text),
  displayName: nullish(text),
  createdAt: Type.Optional(timestamp),
  fileInformation: nullish(Type.Object({ fileName: nullish(text), mediaType: nullish(text) })),
  size: nullish(integer),
});

const subscription = Type.Object({
  id,
  userId: Type.Optional(id),
  type: text,
  roles: Type.Optional(Type.Array(anyObject)),
  linkedRoles: Type.Optional(Type.Array(anyObject)),
});

const milestone = Type.Object({ id: nullish(id), date, name: text, description: nullish(text) });
const accessControlList = Type.Array(Type.Object({ id: Type.Optional(id), name: nullish(text) }));

const factSheet = Type.Object({
  id,
  rev: integer,
  type: text,
  name: text,
  displayName: text,
  fullName: Type.Optional(text),
  description: nullish(text),
  level: Type.Optional(integer),
  status: text,
  lxState: Type.Optional(text),
  createdAt: timestamp,
  updatedAt: timestamp,
  fields,
  naFields: Type.Optional(Type.Array(text)),
  tags: Type.Optional(Type.Array(tag)),
  relations: Type.Optional(Type.Array(relation)),
  documents: Type.Optional(Type.Array(document)),
  milestones: Type.Optional(Type.Array(milestone)),
  subscriptions: Type.Optional(Type.Array(subscription)),
  permittedReadACL: Type.Optional(accessControlList),
  permittedWriteACL: Type.Optional(accessControlList),
  completion: Type.Optional(completion),
  lxExcludeFromQuota: Type.Optional(flag),
});

const base = {
  id: integer,
  workspaceId: id,
  userId: nullable(id),
  createdAt: timestamp,
  transactionSequenceNumber: nullable(integer),
};

const schemas: Record<string, TSchema> = {
  FactSheetUpdatedEvent: Type.Object({ ...base, type: Type.Literal("FactSheetUpdatedEvent"), factSheet }),
  FactSheetTagAddedEvent: Type.Object({
    ...base,
    type: Type.Literal("FactSheetTagAddedEvent"),
    fsType: text,
    fsIdAndRev: Type.Object({ id, rev: integer }),
    tagId: id,
    tagName: text,
    tagGroupName: nullish(text),
  }),
};

const checkOf = lazily(schemas, (schema) => TypeCompiler.Compile(schema));

export const accepts = (body: unknown) => checkOf(body).Check(body);

export const parse = (json: string): Static<TSchema> => {
  const body: unknown = JSON.parse(json);
  if (!accepts(body)) throw new Error(refuse(body));
  return body;
};

export const refuse = (body: unknown) => {
  if (accepts(body)) return "";
  const { path, message } = checkOf(body).Errors(body).First() ?? {};
  return `${path}: ${message}`;
};
