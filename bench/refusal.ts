import { badRelations } from "./bodies.js";
import { baselineId, type LoadedEntrant } from "./contenders.js";
import { paired } from "./paired.js";
import { quick } from "./quick.js";

export interface Refusal {
  /** Milliseconds from the parsed body to the message. */
  time: number;
  /** Over one pass of `JSON.parse`. */
  ratio: number;
  /** Characters of the message. */
  message: number;
}

export const badItems = quick ? 1000 : 100_000;

/** Refuses one body in which everything is wrong. */
export function measureRefusal(entrants: LoadedEntrant[], rounds: number): Record<string, Refusal> {
  const body = badRelations(badItems);
  const text = JSON.stringify(body);
  const contenders = entrants.filter(({ id }) => id !== baselineId);
  return Object.fromEntries(
    contenders.map(({ id, refuse }) => {
      const effort = { rounds, batch: 0 };
      const { refused } = paired(() => JSON.parse(text), { refused: () => refuse(body) }, effort);
      const { time, ratio } = refused!;
      return [id, { time: time / 1e6, ratio, message: refuse(body).length }];
    }),
  );
}
