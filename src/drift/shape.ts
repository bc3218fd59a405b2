import type { EventInfo } from "../handle/catalogue.js";

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
  | { readonly by: string; readonly members: Readonly<Record<string, string>>; readonly base: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

export interface EventShape {
  readonly evidence: EventInfo["evidence"];
  /** Name of the payload's model. */
  readonly payload: string;
}
