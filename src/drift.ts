/**
 * Reports what a workspace sends beyond the schemas, without a value of what it sends. Loads no zod.
 *
 * @packageDocumentation
 */
import { collectDrift, type DriftFinding } from "./drift/collect.js";

export type { DriftFinding } from "./drift/collect.js";
export type { DriftKind } from "./drift/walk.js";

/**
 * Compares bodies with the schemas and reports each difference once, with the number of bodies that have it.
 *
 * The report holds no value of a body: values are described by their kind, and only keys are written that look like the
 * vendor's. It can be published. Nothing is sent anywhere.
 *
 * @param bodies Each is JSON text, its bytes in UTF-8, or the parsed value; bare or wrapped.
 * @returns The differences by event, kind and path; none over the published examples.
 */
export function reportDrift(bodies: Iterable<unknown>): DriftFinding[] {
  const drift = collectDrift();
  for (const body of bodies) drift.add(body);
  return drift.findings();
}
