/**
 * Reports what a workspace sends beyond the schemas, without a value of what it sends. Loads no zod.
 *
 * @packageDocumentation
 */

export type { DriftFinding } from "./drift/collect.js";
export type { DriftSubject } from "./drift/compare.js";
export { reportDrift } from "./drift/report-drift.js";
export type { DriftKind } from "./drift/walk.js";
