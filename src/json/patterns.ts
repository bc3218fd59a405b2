/**
 * How a timestamp begins, and that it is short and printable: all that parsing asks. ISO 8601 in what was seen, but a JVM
 * also prints `2026-01-01T00:00Z` and `+01:00[Europe/Berlin]`. Used verbatim by the checks and the JSON Schemas.
 */
export const timestampPattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}[ -~]{0,48}$/;

// Irregexp unrolls what is spelled out, and counts what is repeated four times.
const beginsAsTimestamp = /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][Tt ][0-9][0-9]:[0-9][0-9][ -~]*$/;

/** Whether a text matches {@link timestampPattern}, faster: it is up to 64 characters long. */
export function isTimestamp(text: string): boolean {
  return text.length <= 64 && beginsAsTimestamp.test(text);
}

/** `TodoCreatedEvent` or `TODO_CREATED`: how the vendor names events. */
export const eventName = /^(?:[A-Z][A-Za-z]*Event|[A-Z]+(?:_[A-Z]+)+)$/;
