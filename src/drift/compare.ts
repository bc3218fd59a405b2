import { eventShapes, exampleFingerprints } from "../generated/shapes.js";
import type { EventType } from "../generated/types.js";
import { fingerprint } from "../json/fingerprint.js";
import { isObject } from "../json/object.js";
import { type Examined, examine } from "../parse/examine.js";
import { isNamedByWorkspace, vendorNameOf } from "./names.js";
import { vendorKeys } from "./vendor-keys.js";
import { type Report, walk } from "./walk.js";

/** What a finding is about: an event type, the envelope around it, or a body that is no documented event. */
export type DriftSubject = EventType | "ENVELOPE" | "UNKNOWN";

/** Makes the report of a subject. */
export type Reporter = (of: DriftSubject, isVendorKey: (key: string) => boolean) => Report;

/** Reports where a body differs from the schemas. */
export function compareBody(body: unknown, reporter: Reporter): void {
  const { result, payload, envelope } = examine(body);
  const isVendorKey = vendorKeys([payload, envelope]);
  // No envelope was ever captured, so every field of one is worth a report.
  if (envelope) walk("WebhookEnvelope", envelope, "all", reporter("ENVELOPE", isVendorKey));
  const eventType = eventTypeOf(result);
  if (eventType !== undefined) comparePayload(eventType, payload, reporter(eventType, isVendorKey));
  else reportUnknown(result, reporter("UNKNOWN", isVendorKey));
}

function comparePayload(eventType: EventType, payload: unknown, report: Report): void {
  const { evidence, payload: shape } = eventShapes[eventType];
  // What is unusual in an example is our own.
  if (exampleFingerprints.includes(fingerprint(payload))) return;
  const isOwnName = isObject(payload) && isNamedByWorkspace(payload);
  walk(shape, payload, evidence === "sample" ? "rest" : "all", (kind, path, value, name) =>
    report(kind, path, value, isOwnName && path === "type" ? undefined : name),
  );
}

function reportUnknown({ data }: Examined["result"], report: Report): void {
  // An undecodable body is reported as a string.
  if (data?.type !== "UNKNOWN") report("UNKNOWN_EVENT", "", "");
  else if (data.reason !== "EMPTY") report("UNKNOWN_EVENT", "", data.payload, vendorNameOf(data));
}

function eventTypeOf({ data, error }: Examined["result"]): EventType | undefined {
  if (error) return error.eventType;
  return data.type === "UNKNOWN" ? data.eventType : data.type;
}
