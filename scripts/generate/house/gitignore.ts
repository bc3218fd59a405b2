/** Prints .gitignore with the schemas of categories: they stand beside those of events, which are committed. */
import { withSection } from "../docs/section.js";

export function printGitignore(categories: readonly string[]): string {
  return withSection(
    ".gitignore",
    "# The schemas of categories.",
    "# What other tools write.",
    categories.map((category) => `schemas/2020-12/${category}.json`),
  );
}
