import { collectDrift, type DriftFinding } from "./collect.js";

/**
 * Compares bodies with the schemas and reports each difference once, with the number of bodies that have it.
 *
 * Nothing is sent anywhere. The report describes values by their kind and holds none, except names that are formed like
 * the vendor's and are no fact sheet's or integration's: of an unknown event (`TodoCreatedEvent`, `TODO_CREATED`) and of a
 * new kind of field data (`MoneyValue`). Beside the keys of the schemas it holds only keys that stand directly in an object
 * whose fields a schema lists, look like the vendor's, share no word with a text or number of the same body, and are at
 * most 20 in one place; any other is `*`. Such a key is the workspace's own only if somebody, such as a callback, has put
 * it there: read the report before you publish it.
 *
 * @param bodies Each is JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped.
 * @returns The differences by event, kind and path; none for the examples of this package.
 * @example
 * ```ts
 * import { reportDrift } from "leanix-webhook-events/drift";
 * import { examples } from "leanix-webhook-events/examples";
 *
 * const [finding] = reportDrift([{ ...examples.FACT_SHEET_VIEWED, viewedFrom: "inventory" }]);
 * console.log(finding?.kind, finding?.path, finding?.seen); // UNKNOWN_FIELD viewedFrom string
 * ```
 */
export function reportDrift(bodies: Iterable<unknown> & object): DriftFinding[] {
  const drift = collectDrift();
  for (const body of bodies) drift.add(body);
  return drift.findings();
}
