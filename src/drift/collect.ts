import { eventShapes } from "../generated/shapes.js";
import type { EventType } from "../generated/types.js";
import { compareBody } from "./compare.js";
import { newSaw, printSaw, type Saw, see, seeKeys } from "./saw.js";
import type { DriftKind, Report } from "./walk.js";

/** A difference between what a workspace sends and what the schemas say. Holds no value of a body. */
export interface DriftFinding {
  /** The event; `UNKNOWN` for a body that is none, `ENVELOPE` for what is around a payload. */
  event: EventType | "UNKNOWN" | "ENVELOPE";
  /**
   * - `unknown field`: no schema names it.
   * - `other type`: a field is not of the type that its schema says, or is absent though it is required.
   * - `optional field seen`: a field that nobody was known to receive, of an event whose evidence is not `sample`.
   * - `unknown event`: no schema describes the body.
   */
  kind: DriftKind;
  /** Where it is: `[]` for any index of an array, `*` for any key of a map, or a key that does not look like one of the vendor's. */
  path: string;
  /** What was seen there: `string (id)`, `array of integer | string`, `object with id, name`, `absent`. */
  saw: string;
  /** The number of bodies that have it. */
  bodies: number;
}

interface Found extends Omit<DriftFinding, "saw"> {
  saw: Saw;
  /** Number of the last body that has it. */
  last: number;
}

/** The most unknown fields of one object that are named: an object with more is a map of the workspace's own. */
const MAX_UNKNOWN_FIELDS = 50;

export interface Drift {
  add(body: unknown): void;
  findings(): DriftFinding[];
}

/** Merges the findings of bodies that come one by one. Its memory does not grow with their number. */
export function collectDrift(): Drift {
  const found = new Map<string, Found>();
  const unknownFields = new Map<string, number>();
  let bodies = 0;

  function reporter(event: DriftFinding["event"]): Report {
    return (kind, path, value) => {
      const at = kind === "unknown field" ? bounded(event, path) : path;
      const key = `${event} ${kind} ${at}`;
      let finding = found.get(key);
      if (!finding) {
        finding = { event, kind, path: at, saw: newSaw(), bodies: 0, last: -1 };
        found.set(key, finding);
      }
      if (finding.last !== bodies) finding.bodies++;
      finding.last = bodies;
      see(finding.saw, value);
      if (kind.startsWith("unknown")) seeKeys(finding.saw, value);
    };
  }

  function bounded(event: string, path: string): string {
    if (found.has(`${event} unknown field ${path}`)) return path;
    const parent = path.slice(0, path.lastIndexOf(".") + 1);
    const count = unknownFields.get(`${event} ${parent}`) ?? 0;
    unknownFields.set(`${event} ${parent}`, count + 1);
    return count < MAX_UNKNOWN_FIELDS ? path : `${parent}*`;
  }

  return {
    add(body) {
      bodies++;
      compareBody(body, reporter);
    },
    findings: () =>
      [...found.values()].sort(byEvent).map(({ last, ...finding }) => ({ ...finding, saw: printSaw(finding.saw) })),
  };
}

function byEvent(one: Found, other: Found): number {
  const orderOf = ({ event }: Found) => order.indexOf(event);
  return orderOf(one) - orderOf(other) || compareText(one.kind, other.kind) || compareText(one.path, other.path);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const order: readonly string[] = /* @__PURE__ */ [...Object.keys(eventShapes), "ENVELOPE", "UNKNOWN"];
