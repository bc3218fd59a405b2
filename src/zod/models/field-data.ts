import * as z from "zod";
import type { FieldValue } from "../../generated/types.js";
import { defineModel, models, restModel, sources } from "./define.js";
import { openUnion } from "./open-union.js";
import { date, id, integer, knownValues } from "./scalars.js";

function kind<const Type extends string>(type: Type) {
  return z.literal(type).describe("Discriminator of the field data.");
}

const stringValue = defineModel("StringValue", "The data of a text field.", {
  type: kind("StringValue"),
  // The title keeps quicktype from naming the type of this field after the others'.
  value: z
    .string()
    .nullish()
    .meta({ title: "Value", description: "The text; null or absent when the field is empty." }),
});

const integerValue = defineModel("IntegerValue", "The data of an integer field.", {
  type: kind("IntegerValue"),
  value: integer.nullish().describe("The number; null or absent when the field is empty."),
});

const doubleValue = restModel("DoubleValue", "The data of a decimal number field.", {
  type: kind("DoubleValue"),
  value: z.number().nullish().describe("The number; null or absent when the field is empty."),
});

const booleanValue = restModel("BooleanValue", "The data of a yes-or-no field.", {
  type: kind("BooleanValue"),
  value: z.boolean().nullish().describe("Yes or no; null or absent when the field is empty."),
});

const dateValue = restModel("DateValue", "The data of a date field.", {
  type: kind("DateValue"),
  value: date.nullish().describe("The day, YYYY-MM-DD; null or absent when the field is empty."),
});

const singleSelect = defineModel("SingleSelect", "The data of a field with one chosen option.", {
  type: kind("SingleSelect"),
  keyword: z
    .string()
    .nullish()
    .describe("Key of the chosen option in the meta model; null or absent when none is chosen."),
});

const multipleSelect = restModel("MultipleSelect", "The data of a field with any number of chosen options.", {
  type: kind("MultipleSelect"),
  values: z.array(z.string()).nullish().describe("Keys of the chosen options in the meta model."),
});

const lifecyclePhase = defineModel("LifecyclePhase", "A phase of a lifecycle.", {
  phase: z.string().describe("Key of the phase in the meta model, for example active."),
  startDate: date
    .nullish()
    .describe("The day on which the phase starts, YYYY-MM-DD; null or absent when it is not set."),
  milestoneId: id.nullish().describe("Id of the milestone that sets the date; null or absent when there is none."),
});

const lifecycle = defineModel("Lifecycle", "The data of a lifecycle field.", {
  type: kind("Lifecycle"),
  phases: z.array(lifecyclePhase).nullish().describe("The phases that are set."),
});

const externalId = defineModel("ExternalId", "The data of an external id field.", {
  type: kind("ExternalId"),
  externalId: z
    .string()
    .nullish()
    .describe("Id of the fact sheet in the other system; null or absent when the field is empty."),
  comment: z.string().nullish().describe("A remark on the id."),
  externalUrl: z.string().nullish().describe("Address of the object in the other system."),
  externalVersion: z.string().nullish().describe("Version of the object in the other system."),
  status: knownValues("ACTIVE").nullish().describe("State of the link to the other system."),
  forceWrite: z
    .boolean()
    .nullish()
    .describe("By its name, whether the value is written in any case; the vendor does not describe it."),
});

const location = restModel("LocationData", "The data of a location field.", {
  type: kind("Location"),
  placeId: z.string().nullish().describe("Id of the place at the geocoding provider."),
  rawAddress: z.string().nullish().describe("The address as it was typed."),
  geoCity: z.string().nullish().describe("City that the geocoding found."),
  geoCountryCode: z.string().nullish().describe("Country code that the geocoding found."),
  geoCountry: z.string().nullish().describe("Country that the geocoding found."),
  geoAddress: z.string().nullish().describe("Full address that the geocoding found."),
  geoStreet: z.string().nullish().describe("Street that the geocoding found."),
  geoHouseNumber: z.string().nullish().describe("House number that the geocoding found."),
  geoPostalCode: z.string().nullish().describe("Postal code that the geocoding found."),
  latitude: z.number().nullish().describe("Latitude in degrees, north positive."),
  longitude: z.number().nullish().describe("Longitude in degrees, east positive."),
});

const projectStatusProviderInfo = restModel(
  "ProjectStatusProviderInfo",
  "What a connected system reports of a project's cost.",
  {
    providerId: z.string().nullish().describe("Id of the connected system."),
    actualsOpEx: z.number().nullish().describe("Operating cost so far."),
    actualsCapEx: z.number().nullish().describe("Capital cost so far."),
    etcOpEx: z.number().nullish().describe("Operating cost still to come."),
    etcCapEx: z.number().nullish().describe("Capital cost still to come."),
  },
);

const projectStatusEntry = restModel("ProjectStatusEntry", "One report on a project.", {
  id: id.nullish().describe("Id of the report."),
  date: date.nullish().describe("The day of the report, YYYY-MM-DD."),
  status: z.string().nullish().describe("Key of the state in the meta model."),
  progress: integer.nullish().describe("Progress in percent."),
  description: z.string().nullish().describe("What the report says."),
  projectStatusProviderInfos: z
    .array(projectStatusProviderInfo)
    .nullish()
    .describe("What connected systems report of the cost."),
});

const projectStatusProgress = restModel("ProjectStatusProgress", "The data of a project status field.", {
  type: kind("ProjectStatusProgress"),
  projectStatus: z.array(projectStatusEntry).nullish().describe("The reports on the project."),
});

const factSheetReferencesFieldValue = restModel(
  "FactSheetReferencesFieldValue",
  "The data of a field that refers to fact sheets.",
  {
    type: kind("FactSheetReferencesFieldValue"),
    values: z.array(z.string()).nullish().describe("Ids of the fact sheets."),
  },
);

const searchBasedFieldValue = restModel(
  "SearchBasedFieldValue",
  "The data of a field whose value is chosen from a search.",
  {
    type: kind("SearchBasedFieldValue"),
    value: z.string().nullish().describe("The chosen value; null or absent when the field is empty."),
  },
);

const known = [
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

/** What a field holds is the workspace's own, so nothing is asked of it. */
export const fieldValue = openUnion<FieldValue>("type", known).register(models, {
  id: "FieldValue",
  description:
    "What a field holds. Each workspace configures its fields, so it can be any JSON value; the known kinds are told apart by `type`.",
  source: sources.examples,
});

/** A field of a fact sheet or of a relation. */
export const field = defineModel("Field", "A field that is set.", {
  name: z.string().describe("Name of the field in the meta model, for example lifecycle."),
  data: fieldValue.optional().describe("What the field holds."),
});
