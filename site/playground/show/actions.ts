import type { Excerpt } from "../read/place.js";

/** What a result does with the rest of the page. */
export interface Actions {
  /** Reads another text. */
  put(text: string): void;
  /** Selects a place of the text that is read. */
  select(place: Pick<Excerpt, "line" | "column" | "length">): void;
  /** What is opened of a body: the name of a tab. */
  view: { get(): string | undefined; set(name: string): void };
}
