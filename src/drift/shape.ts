import type { EventInfo } from "../catalog/catalog.js";

/**
 * Compact schema of a value: a kind, a model's name, or a composition.
 * A field whose key ends with `?` may be absent or null.
 */
export type Shape =
  | string
  | { readonly array: Shape }
  | { readonly map: Shape }
  | { readonly anyOf: readonly Shape[] }
  | { readonly literal: readonly string[] }
  | { readonly known: readonly string[] }
  | { readonly by: string; readonly members: Readonly<Record<string, string>>; readonly base: Shape }
  | Fields;

/** An object. `isOpen`: unlisted keys may be the workspace's own and must not be printed. */
export interface Fields {
  readonly fields: Readonly<Record<string, Shape>>;
  readonly isOpen?: true;
  /** Known from the vendor's REST API alone. */
  readonly isGuess?: true;
}

export interface EventShape {
  readonly evidence: EventInfo["evidence"];
  /** Name of the payload's model. */
  readonly payload: string;
}
