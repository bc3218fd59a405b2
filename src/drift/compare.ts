import { eventShapes, guessedExamples } from "../generated/shapes.js";
import type { EventType } from "../generated/types.js";
import { fingerprint } from "../json/fingerprint.js";
import { type Examined, examine } from "../parse/examine.js";
import type { UnknownEvent } from "../parse/unknown-event.js";
import { vendorKeys, vendorNameOf } from "./names.js";
import { type Report, walk } from "./walk.js";

/** What a finding is about: an event type, the envelope around it, or a body that is no documented event. */
export type DriftSubject = EventType | "ENVELOPE" | "UNKNOWN";

/** Makes the report of a subject. */
export type Reporter = (of: DriftSubject, isVendorKey: (key: string) => boolean) => Report;

/** Reports where a body differs from the schemas. */
export function compareBody(body: unknown, reporter: Reporter): void {
  const { result, payload, envelope } = examine(body);
  const isVendorKey = vendorKeys([payload, envelope]);
  const eventType = eventTypeOf(result);
  if (eventType === undefined) {
    const unknown = result.data as UnknownEvent | undefined;
    // What is not JSON is a text.
    if (unknown?.reason !== "EMPTY")
      reporter("UNKNOWN", isVendorKey)("UNKNOWN_EVENT", "", unknown ? payload : "", unknown && vendorNameOf(unknown));
    return;
  }
  const { evidence, payload: shape } = eventShapes[eventType];
  const isGuess = evidence !== "sample" && !guessedExamples.includes(fingerprint(payload));
  walk(shape, payload, isGuess, reporter(eventType, isVendorKey));
  // No envelope was ever captured, so every field of one is worth a report.
  if (envelope) walk("WebhookEnvelope", envelope, true, reporter("ENVELOPE", isVendorKey));
}

function eventTypeOf({ data, error }: Examined["result"]): EventType | undefined {
  if (error) return error.eventType;
  return data.type === "UNKNOWN" ? data.eventType : data.type;
}
