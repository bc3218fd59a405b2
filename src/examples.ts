/**
 * Example bodies with invented values, typed, for the tests of a receiver: `factSheetCreated`, and variants such as
 * `factSheetCreatedClone`.
 *
 * @packageDocumentation
 */
export * from "./generated/examples.js";
