/** How the names of events, categories, types and files are spelled. */

/** Of an event type (FACT_SHEET_CREATED) or a module (factSheets). */
export function kebabCase(name: string): string {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase()
    .replaceAll("_", "-");
}

/** Of an event type (FACT_SHEET_CREATED) or a category (fact-sheets). */
export function pascalCase(name: string): string {
  return name
    .toLowerCase()
    .split(/[_-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Of an event type or a category. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** What the payload of an event type, or of any event of a category, is called: FactSheetCreatedPayload. */
export function payloadName(name: string): string {
  return `${pascalCase(name)}Payload`;
}
