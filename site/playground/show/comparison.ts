import { type Comparison, compare } from "../take-along/compare.js";
import { element, table } from "./elements.js";

/** Two bodies, each with what it is called: what is missing, new, of another type, and of another value. */
export function showComparison(
  [oneName, one]: [string, unknown],
  [otherName, other]: [string, unknown],
  how: Comparison,
): HTMLElement {
  const differences = compare(one, other, how);
  const what = how.withValues ? "They are the same." : "The same fields, of the same types.";
  if (differences.length === 0) return element("p", what);
  return table(
    ["field", "difference", oneName, otherName],
    differences.map(({ path, kind, one, other }) => [path, kind, one || "–", other || "–"]),
  );
}
