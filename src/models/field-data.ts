import * as z from "zod";
import { defineModel, models, sources } from "./define.js";
import { openUnion } from "./open-union.js";
import { date, flag, id, integer, knownValues, number, text } from "./scalars.js";

const stringValue = defineModel("StringValue", "The data of a text field.", {
  type: z.literal("StringValue").describe("Tells this kind of field data from the others."),
  value: text.nullable().meta({ title: "Value", description: "The text; null when the field is empty." }),
});

const integerValue = defineModel("IntegerValue", "The data of an integer field.", {
  type: z.literal("IntegerValue").describe("Tells this kind of field data from the others."),
  value: integer.nullable().describe("The number; null when the field is empty."),
});

const doubleValue = defineModel(
  "DoubleValue",
  "The data of a decimal number field.",
  {
    type: z.literal("DoubleValue").describe("Tells this kind of field data from the others."),
    value: number.nullable().describe("The number; null when the field is empty."),
  },
  sources.rest,
);

const booleanValue = defineModel(
  "BooleanValue",
  "The data of a yes-or-no field.",
  {
    type: z.literal("BooleanValue").describe("Tells this kind of field data from the others."),
    value: flag.nullable().describe("Yes or no; null when the field is empty."),
  },
  sources.rest,
);

const dateValue = defineModel(
  "DateValue",
  "The data of a date field.",
  {
    type: z.literal("DateValue").describe("Tells this kind of field data from the others."),
    value: date.nullable().describe("The day, YYYY-MM-DD; null when the field is empty."),
  },
  sources.rest,
);

const singleSelect = defineModel("SingleSelect", "The data of a field with one chosen option.", {
  type: z.literal("SingleSelect").describe("Tells this kind of field data from the others."),
  keyword: text.nullable().describe("Key of the chosen option in the meta model; null when none is chosen."),
});

const multipleSelect = defineModel(
  "MultipleSelect",
  "The data of a field with any number of chosen options.",
  {
    type: z.literal("MultipleSelect").describe("Tells this kind of field data from the others."),
    values: z.array(text).describe("Keys of the chosen options in the meta model."),
  },
  sources.rest,
);

const lifecyclePhase = defineModel("LifecyclePhase", "A phase of a lifecycle.", {
  phase: text.describe("Key of the phase in the meta model, for example active."),
  startDate: date.nullable().describe("The day on which the phase starts, YYYY-MM-DD; null when it is not set."),
  milestoneId: id.nullish().describe("Id of the milestone that sets the date; null or absent when there is none."),
});

const lifecycle = defineModel("Lifecycle", "The data of a lifecycle field.", {
  type: z.literal("Lifecycle").describe("Tells this kind of field data from the others."),
  phases: z.array(lifecyclePhase).describe("The phases that are set."),
});

const externalId = defineModel("ExternalId", "The data of an external id field.", {
  type: z.literal("ExternalId").describe("Tells this kind of field data from the others."),
  externalId: text.nullable().describe("Id of the fact sheet in the other system; null when the field is empty."),
  comment: text.nullish().describe("A remark on the id."),
  externalUrl: text.nullish().describe("Address of the object in the other system."),
  externalVersion: text.nullish().describe("Version of the object in the other system."),
  status: knownValues("ACTIVE").nullish().describe("State of the link to the other system."),
  forceWrite: flag.optional().describe("Whether the value overwrites one that another system set."),
});

const location = defineModel(
  "Location",
  "The data of a location field.",
  {
    type: z.literal("Location").describe("Tells this kind of field data from the others."),
    placeId: text.nullish().describe("Id of the place at the geocoding provider."),
    rawAddress: text.nullish().describe("The address as it was typed."),
    geoCity: text.nullish().describe("City that the geocoding found."),
    geoCountryCode: text.nullish().describe("Country code that the geocoding found."),
    geoCountry: text.nullish().describe("Country that the geocoding found."),
    geoAddress: text.nullish().describe("Full address that the geocoding found."),
    geoStreet: text.nullish().describe("Street that the geocoding found."),
    geoHouseNumber: text.nullish().describe("House number that the geocoding found."),
    geoPostalCode: text.nullish().describe("Postal code that the geocoding found."),
    latitude: number.nullish().describe("Latitude in degrees, north positive."),
    longitude: number.nullish().describe("Longitude in degrees, east positive."),
  },
  sources.rest,
);

const projectStatusProviderInfo = defineModel(
  "ProjectStatusProviderInfo",
  "What a connected system reports of a project's cost.",
  {
    providerId: text.nullish().describe("Id of the connected system."),
    actualsOpEx: number.nullish().describe("Operating cost so far, in the workspace's currency."),
    actualsCapEx: number.nullish().describe("Capital cost so far, in the workspace's currency."),
    etcOpEx: number.nullish().describe("Operating cost still to come, in the workspace's currency."),
    etcCapEx: number.nullish().describe("Capital cost still to come, in the workspace's currency."),
  },
  sources.rest,
);

const projectStatusEntry = defineModel(
  "ProjectStatusEntry",
  "One report on a project.",
  {
    id: id.nullish().describe("Id of the report."),
    date: date.nullish().describe("The day of the report, YYYY-MM-DD."),
    status: text.nullish().describe("Key of the state in the meta model."),
    progress: integer.nullish().describe("Progress in percent."),
    description: text.nullish().describe("What the report says."),
    projectStatusProviderInfos: z
      .array(projectStatusProviderInfo)
      .nullish()
      .describe("What connected systems report of the cost."),
  },
  sources.rest,
);

const projectStatusProgress = defineModel(
  "ProjectStatusProgress",
  "The data of a project status field.",
  {
    type: z.literal("ProjectStatusProgress").describe("Tells this kind of field data from the others."),
    projectStatus: z.array(projectStatusEntry).describe("The reports on the project."),
  },
  sources.rest,
);

const factSheetReferencesFieldValue = defineModel(
  "FactSheetReferencesFieldValue",
  "The data of a field that refers to fact sheets.",
  {
    type: z.literal("FactSheetReferencesFieldValue").describe("Tells this kind of field data from the others."),
    values: z.array(text).describe("Ids of the fact sheets."),
  },
  sources.rest,
);

const searchBasedFieldValue = defineModel(
  "SearchBasedFieldValue",
  "The data of a field that is chosen from a search.",
  {
    type: z.literal("SearchBasedFieldValue").describe("Tells this kind of field data from the others."),
    value: text.nullable().describe("The chosen value; null when the field is empty."),
  },
  sources.rest,
);

const unknownFieldData = defineModel("UnknownFieldData", "Field data of a type that this version does not know.", {
  type: text.describe("The kind of field data; it is none of the known ones."),
});

const members = [
  stringValue,
  integerValue,
  doubleValue,
  booleanValue,
  dateValue,
  singleSelect,
  multipleSelect,
  lifecycle,
  externalId,
  location,
  projectStatusProgress,
  factSheetReferencesFieldValue,
  searchBasedFieldValue,
] as const;

/** The data of a field. */
export const fieldData = openUnion("type", members, unknownFieldData).register(models, {
  id: "FieldData",
  description: "The data of a field, told apart by its type; an unknown type passes with whatever else it holds.",
  source: sources.examples,
});

const anyValue: z.ZodType<object | string | number | boolean | null> = z.unknown() as never;

/** The old or new value of FACT_SHEET_FIELD_UPDATED. */
export const fieldValue = openUnion("type", members, anyValue).register(models, {
  id: "FieldValue",
  description: "The value of a field: field data, or any other JSON value.",
  source: sources.examples,
});

/** A field of a fact sheet or of a relation. */
export const field = defineModel("Field", "A field that is set.", {
  name: text.describe("Name of the field in the meta model, for example lifecycle."),
  data: fieldData.describe("What the field holds."),
});
