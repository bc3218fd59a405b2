// biome-ignore-all assist/source/organizeImports: the vendor's order, in which the events are listed everywhere
/** Every category of events. A category's payloads are what its module exports. */
export * as factSheets from "./fact-sheets.js";
export * as relations from "./relations.js";
export * as tags from "./tags.js";
export * as fields from "./fields.js";
export * as resources from "./resources.js";
export * as subscriptions from "./subscriptions.js";
export * as integrationRuns from "./integration-runs.js";
export * as configurations from "./configurations.js";
export * as surveyResponses from "./survey-responses.js";
export * as comments from "./comments.js";
export * as automations from "./automations.js";
