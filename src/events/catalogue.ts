import * as automations from "./automations.js";
import * as comments from "./comments.js";
import * as configurations from "./configurations.js";
import * as factSheets from "./fact-sheets.js";
import * as fields from "./fields.js";
import * as integrationRuns from "./integration-runs.js";
import * as relations from "./relations.js";
import * as resources from "./resources.js";
import * as subscriptions from "./subscriptions.js";
import * as surveyResponses from "./survey-responses.js";
import * as tags from "./tags.js";

/** The modules of this folder, in the vendor's order; a module's events are the payload schemas that it exports. */
export const categories = {
  "fact-sheets": factSheets,
  relations,
  tags,
  fields,
  resources,
  subscriptions,
  "integration-runs": integrationRuns,
  configurations,
  "survey-responses": surveyResponses,
  comments,
  automations,
} as const;
