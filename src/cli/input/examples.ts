import { eventTypes } from "../../catalog/catalog.js";
import { examples, exampleVariants } from "../../generated/examples.js";
import type { EventType } from "../../generated/types.js";
import { UsageError } from "../output/terminal.js";

export interface Example {
  type: EventType;
  body: object;
}

/** The example of an event; of a variant, if one is named. */
export function exampleOf(type: EventType, variant: string | undefined): object {
  if (variant === undefined) return examples[type];
  const variants: Readonly<Record<string, object>> = exampleVariants[type];
  if (Object.hasOwn(variants, variant)) return variants[variant]!;
  throw new UsageError(`${type} has no variant ${variant}; there are: ${Object.keys(variants).join(", ")}`);
}

/** All examples of an event, with its variants; or of all events. */
export function examplesOf(type: EventType | undefined): Example[] {
  if (type === undefined) return eventTypes.flatMap(examplesOf);
  return [examples[type], ...Object.values(exampleVariants[type])].map((body) => ({ type, body }));
}
