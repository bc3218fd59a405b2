/** How the names of events, categories and files are spelled. */

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

export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}
