import type { EventInfo } from "../catalog/catalog.js";

/**
 * What a value of the wire is, compactly: the name of a kind or of a model, or one that is made of others.
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

/** An object; it is open if what it names is not all that the vendor has named, so that other keys can be the workspace's own. */
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
