/** Deliveries come shuffled, doubled, and again after an error: which guards leave a fact sheet in an old state? */
import { describe, expect, test } from "vitest";
import {
  parseWebhookEvent,
  positionOf,
  type RaiseSequence,
  recordPosition,
  type WebhookEvent,
} from "../../src/index.js";
import { exampleBody } from "../examples.js";

const SHEETS = 200;
const STATES = 10;

type Guard = (event: WebhookEvent) => boolean | Promise<boolean>;

/** A generator of numbers between 0 and 1 that gives the same ones each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every state of every fact sheet as an event, in a disorder of some dozen places, 5 % of them twice. */
function deliveries(next: () => number): WebhookEvent[] {
  const body = exampleBody("fact-sheet-updated");
  const sent = Array.from({ length: SHEETS * STATES }, (_, index) => {
    const factSheet = { ...body.factSheet, id: `sheet-${index % SHEETS}`, rev: Math.floor(index / SHEETS) };
    // Two sheets are changed in each transaction: its events carry the same number.
    return { ...body, factSheet, id: index, transactionSequenceNumber: 1000 + Math.floor(index / 2) };
  });
  const doubled = sent.flatMap((event) => (next() < 0.05 ? [event, event] : [event]));
  const late = doubled.map((event, index) => ({ event, at: index + (next() < 0.1 ? next() * 5 * SHEETS : 0) }));
  return late.sort((one, other) => one.at - other.at).map(({ event }) => parseWebhookEvent(event));
}

/** How many fact sheets are left in a state that is not their last. */
async function leftOld(isOld: Guard, seed = 1): Promise<number> {
  const next = random(seed);
  const states = new Map<string, number>();
  const queue = deliveries(next);
  for (let event = queue.shift(); event; event = queue.shift()) {
    if (await isOld(event)) continue;
    // The handler fails, and LeanIX sends the event again later.
    if (next() < 0.1) queue.splice(Math.floor(next() * Math.min(queue.length, 2 * SHEETS)), 0, event);
    else if (event.type === "FACT_SHEET_UPDATED") states.set(event.payload.factSheet.id, event.payload.factSheet.rev);
  }
  return SHEETS - [...states.values()].filter((rev) => rev === STATES - 1).length;
}

/** A store for one process. */
function raiseInMemory(): RaiseSequence {
  const latest = new Map<string, number>();
  return (key, sequence) => {
    const greatest = Math.max(sequence, latest.get(key) ?? sequence);
    latest.set(key, greatest);
    return greatest;
  };
}

/** Seen in public code: one number for the whole workspace. */
function perWorkspace(): Guard {
  let latest = 0;
  return (event) => {
    const { sequence } = positionOf(event)!;
    if (sequence < latest) return true;
    latest = sequence;
    return false;
  };
}

/** Seen in public code: a number per fact sheet, and an equal one is dropped. */
function equalDropped(): Guard {
  const latest = new Map<string, number>();
  return (event) => {
    const { key, sequence } = positionOf(event)!;
    if (sequence <= (latest.get(key) ?? 0)) return true;
    latest.set(key, sequence);
    return false;
  };
}

describe.each([1, 2, 3, 4, 5])("shuffled, doubled and failing deliveries, seed %d", (seed) => {
  test("recordPosition leaves none in an old state", async () => {
    const raise = raiseInMemory();
    expect(await leftOld(async (event) => (await recordPosition(event, raise)) === "outdated", seed)).toBe(0);
  });

  test("any other guard leaves some", async () => {
    expect(await leftOld(() => false, seed)).toBeGreaterThan(0);
    expect(await leftOld(perWorkspace(), seed)).toBeGreaterThan(0);
    expect(await leftOld(equalDropped(), seed)).toBeGreaterThan(0);
  });
});
