import { eventShapes } from "../generated/shapes.js";
import { compareBody, type DriftSubject } from "./compare.js";
import { newSeen, printSeen, type Seen, see, seeKeys } from "./seen.js";
import { ANY_KEY, type DriftKind, join, type Report } from "./walk.js";

/** A difference between what a workspace sends and what the schemas say. */
export interface DriftFinding {
  /** The event; `UNKNOWN` for a body that is none, `ENVELOPE` for what is around a payload. */
  event: DriftSubject;
  /**
   * - `UNKNOWN_FIELD`: no schema names it.
   * - `OTHER_TYPE`: a field is not of the type that its schema says, or is absent though it is required.
   * - `OTHER_VALUE`: a text is none of those that the schema lists, or names a kind of field data that is new.
   * - `OTHER_FORMAT`: a time or date is written in another form than those that were seen.
   * - `GUESSED_FIELD`: an optional field never seen before: of an event whose evidence is not `sample`, or of an object that only the vendor's REST API describes.
   * - `UNKNOWN_EVENT`: no schema describes the body.
   */
  kind: DriftKind;
  /** Where it is: `[]` for any index of an array, `*` for any key of a map, or one that could be the workspace's own. */
  path: string;
  /** What was seen there: `string (id)`, `array of integer | string`, `object with id, name`, `absent`, `string (99.99.9999)`, `object named TodoCreatedEvent`. */
  seen: string;
  /** The number of bodies that have it. */
  bodies: number;
}

/** What the bodies have in one place. */
interface Place extends Pick<DriftFinding, "event" | "kind" | "path"> {
  /** Over all names. */
  all: Tally;
  /** By the name of an unknown field or event; undefined once there are too many. */
  named: Map<string, Tally> | undefined;
}

interface Tally {
  seen: Seen;
  bodies: number;
  /** Number of the last body that was counted. */
  last: number;
}

/** The most names of unknown fields or events in one place: what has more is a map, and its keys are the workspace's own. */
const MAX_NAMES = 20;

/** Stands for every name that is not written. */
const NO_NAME = "";

export interface Drift {
  add(body: unknown): void;
  findings(): DriftFinding[];
}

/** Merges the findings of bodies that come one by one. Its memory does not grow with their number. */
export function collectDrift(): Drift {
  const places = new Map<string, Place>();
  let bodies = 0;

  function reporter(event: DriftSubject, isVendorKey: (key: string) => boolean): Report {
    return (kind, path, value, name) => {
      const place = placeOf(event, kind, path);
      count(place.all, kind, value);
      if (!place.named) return;
      const isWritten = name !== undefined && (kind !== "UNKNOWN_FIELD" || isVendorKey(name));
      const key = isWritten ? name : NO_NAME;
      const tally = place.named.get(key) ?? newTally();
      count(tally, kind, value);
      place.named.set(key, tally);
      if (place.named.size > MAX_NAMES) place.named = undefined;
    };
  }

  function placeOf(event: DriftSubject, kind: DriftKind, path: string): Place {
    const key = `${event} ${kind} ${path}`;
    let place = places.get(key);
    if (!place) {
      place = { event, kind, path, all: newTally(), named: new Map() };
      places.set(key, place);
    }
    return place;
  }

  function count(tally: Tally, kind: DriftKind, value: unknown): void {
    if (tally.last !== bodies) tally.bodies++;
    tally.last = bodies;
    see(tally.seen, value, kind === "OTHER_FORMAT");
    if (kind === "UNKNOWN_FIELD") seeKeys(tally.seen, value);
  }

  return {
    add(body) {
      bodies++;
      compareBody(body, reporter);
    },
    findings: () => [...places.values()].flatMap(findingsOf).sort(byEvent),
  };
}

function newTally(): Tally {
  return { seen: newSeen(), bodies: 0, last: -1 };
}

function findingsOf({ event, kind, path, all, named = new Map([[NO_NAME, all]]) }: Place): DriftFinding[] {
  return [...named].map(([name, { seen, bodies }]) => ({
    event,
    kind,
    path: kind === "UNKNOWN_FIELD" ? join(path, name || ANY_KEY) : path,
    seen: kind !== "UNKNOWN_FIELD" && name ? `${printSeen(seen)} named ${name}` : printSeen(seen),
    bodies,
  }));
}

function byEvent(one: DriftFinding, other: DriftFinding): number {
  return (
    order.indexOf(one.event) - order.indexOf(other.event) ||
    compareText(one.kind, other.kind) ||
    compareText(one.path, other.path) ||
    compareText(one.seen, other.seen)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const order: readonly string[] = /* @__PURE__ */ [...Object.keys(eventShapes), "ENVELOPE", "UNKNOWN"];
