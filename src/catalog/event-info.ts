import type { EventCategory } from "../generated/types.js";

/** What is known of an event type. */
export interface EventInfo {
  /** Its category, which is the name of its module. */
  readonly category: EventCategory;
  /** What the vendor's page calls the category: `Fact Sheet Resources`. Its own list has no comments and automations; they are `Comments` and `Automations`. */
  readonly title: string;
  /** When the event is sent, in one sentence. */
  readonly description: string;
  /** How well its body is known: `sample` (published or captured), `partial` (some fields were seen to be read), `inferred` (only its name is published). */
  readonly evidence: "sample" | "partial" | "inferred";
  /** The values of `type` in its body; empty for integration runs, where it is the integration's name, and for automations, which have none. */
  readonly wireNames: readonly string[];
  /** The value of `progress` in its body, for integration runs. */
  readonly progress?: string;
  /** Tags that select the event as one inner array of a webhook's `tagSets`; absent where they are unknown. */
  readonly tags?: readonly string[];
  /** Whether the vendor publishes these tags, or they are assumed by analogy with those of other events. */
  readonly tagsEvidence?: "published" | "assumed";
}
