import type { EventCategory } from "../generated/types.js";

/** What is known of an event type. */
export interface EventInfo {
  /** Its category, which is the name of its module. */
  readonly category: EventCategory;
  /** How well its body is known: `sample` (published or captured), `partial` (some fields were seen to be read), `inferred` (only its name is published). */
  readonly evidence: "sample" | "partial" | "inferred";
  /** The values of `type` in its body; empty for integration runs, where it is the integration's name, and for automations, which have none. */
  readonly wireNames: readonly string[];
  /** The value of `progress` in its body, for integration runs. */
  readonly progress?: string;
}
