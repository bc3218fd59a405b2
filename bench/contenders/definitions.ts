/** The definitions of the measured events in this library's JSON Schema of all payloads. */
export const definitions: Record<string, string> = {
  FactSheetUpdatedEvent: "FactSheetUpdatedPayload",
  FactSheetTagAddedEvent: "FactSheetTagAddedPayload",
};
