import { eventShapes, guessedExamples } from "../generated/shapes.js";
import type { EventType } from "../generated/types.js";
import { decodeBody } from "../parse/decode.js";
import { safeParseWebhookEvent } from "../parse/parse.js";
import { fingerprint } from "./fingerprint.js";
import { knownKeys } from "./saw.js";
import type { Shape } from "./shape.js";
import { type Report, walk } from "./walk.js";

/** Reports where a body differs from the schemas; `reporter` makes the report of an event. */
export function compareBody(body: unknown, reporter: (event: EventType | "ENVELOPE" | "UNKNOWN") => Report): void {
  const decoded = decode(body);
  const { data, error } = safeParseWebhookEvent(decoded);
  const { payload } = data ?? error;
  const unknown = data?.type === "UNKNOWN" ? data : undefined;
  const eventType = unknown ? unknown.eventType : ((data?.type as EventType | undefined) ?? error?.eventType);
  if (eventType !== undefined) {
    const { evidence, payload: shape } = eventShapes[eventType];
    const isGuess = evidence !== "sample" && !guessedExamples.includes(fingerprint(payload)!);
    walk(shape, payload, isGuess, reporter(eventType));
    // No envelope was ever captured, so every field of one is worth a report.
    if (decoded !== payload) walk("WebhookEnvelope", decoded, true, reporter("ENVELOPE"));
  } else if (unknown?.reason !== "EMPTY") {
    reporter("UNKNOWN")("unknown event", "", payload ?? decoded);
    if (unknown?.reason === "UNKNOWN_NAME") walk(newEvent, payload, false, reporter("UNKNOWN"));
  }
}

/** The value of a body; text that is not JSON is a string. */
function decode(body: unknown): unknown {
  try {
    return decodeBody(body);
  } catch {
    return "";
  }
}

/** Of an event that no schema describes, the fields are reported that no other event has. */
const newEvent: Shape = /* @__PURE__ */ {
  fields: Object.fromEntries([...knownKeys].map((key) => [`${key}?`, "unknown"])),
};
