/** What each category is called, in the words of the vendor's page; those of comments and automations, which it lacks, are ours. */
export const categoryTitles: Readonly<Record<string, string>> = {
  "fact-sheets": "Fact Sheets",
  relations: "Fact Sheet Relations",
  tags: "Fact Sheet Tags",
  fields: "Fact Sheet Fields",
  resources: "Fact Sheet Resources",
  subscriptions: "Fact Sheet Subscriptions",
  "integration-runs": "Integration Runs",
  configurations: "Integration Configurations",
  "survey-responses": "Survey Responses",
  comments: "Comments",
  automations: "Automations",
};
