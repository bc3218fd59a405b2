/** Compiled, not run: the generated interfaces and what zod infers are the same types. */
import { expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { EventOfType, EventType, FactSheet, FieldData, WebhookEvent } from "../src/index.js";
import { isFieldOfType } from "../src/index.js";
import type { payloadSchemas } from "../src/zod.js";

type PayloadOf<Type extends EventType> = EventOfType<Type>["payload"];

/** What zod infers of a body can be used wherever the interface is asked for. */
type Mismatch = {
  [Type in EventType]: z.output<(typeof payloadSchemas)[Type]> extends PayloadOf<Type> ? never : Type;
}[EventType];

test("every payload that zod infers is the interface's", () => {
  expectTypeOf<Mismatch>().toBeNever();
});

test("an event is narrowed by its type", () => {
  expectTypeOf<
    Extract<WebhookEvent, { type: "FACT_SHEET_UPDATED" }>["payload"]["factSheet"]
  >().toEqualTypeOf<FactSheet>();
  expectTypeOf<Exclude<WebhookEvent["type"], "UNKNOWN">>().toEqualTypeOf<EventType>();
  expectTypeOf<Extract<WebhookEvent, { type: "UNKNOWN" }>["payload"]>().toBeUnknown();
});

test("an event type or field that does not exist is an error", () => {
  const event = { type: "UNKNOWN", payload: null } as WebhookEvent;
  // @ts-expect-error no such event type
  const wrongType = event.type === "FACT_SHEET_CREATD";
  // @ts-expect-error no such field
  const wrongField = event.type === "FACT_SHEET_CREATED" && event.payload.factSheet.displayname;
  expectTypeOf([wrongType, wrongField]).toBeArray();
});

test("known values are suggested, and any other string is taken", () => {
  expectTypeOf<FactSheet["status"]>().toEqualTypeOf<"ACTIVE" | "ARCHIVED" | (string & {})>();
});

test("field data is narrowed by isFieldOfType", () => {
  const data = { type: "Lifecycle", phases: [] } as FieldData;
  if (isFieldOfType(data, "Lifecycle"))
    expectTypeOf<(typeof data)["phases"][number]["startDate"]>().toEqualTypeOf<string | null>();
});
