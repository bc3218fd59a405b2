/** Compiled, not run: the generated interfaces and what zod infers are the same types. */
import { expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { tagsPayloadSchema } from "../src/generated/tags.js";
import type {
  EventBase,
  EventOfType,
  EventType,
  FactSheet,
  FieldValue,
  KnownFieldData,
  LifecyclePhase,
  TagsPayload,
  WebhookEvent,
  WebhookEventMap,
  WebhookPayload,
} from "../src/index.js";
import { isFieldOfType, isKnownFieldData } from "../src/index.js";
import type { payloadSchemas, webhookBodySchema } from "../src/zod.js";

type PayloadOf<Type extends EventType> = EventOfType<Type>["payload"];
type Inferred<Type extends EventType> = z.output<(typeof payloadSchemas)[Type]>;

/** The events of which one type cannot be used where the other is asked for. */
type Mismatch = {
  [Type in EventType]: Inferred<Type> extends PayloadOf<Type>
    ? PayloadOf<Type> extends Inferred<Type>
      ? never
      : Type
    : Type;
}[EventType];

test("every payload that zod infers is the interface's, and the other way round", () => {
  expectTypeOf<Mismatch>().toBeNever();
  expectTypeOf<z.output<typeof tagsPayloadSchema>>().toExtend<TagsPayload>();
  expectTypeOf<TagsPayload>().toExtend<z.output<typeof tagsPayloadSchema>>();
  expectTypeOf<z.output<typeof webhookBodySchema>>().toEqualTypeOf<WebhookEvent>();
});

test("an event is narrowed by its type", () => {
  expectTypeOf<
    Extract<WebhookEvent, { type: "FACT_SHEET_UPDATED" }>["payload"]["factSheet"]
  >().toEqualTypeOf<FactSheet>();
  expectTypeOf<Exclude<WebhookEvent["type"], "UNKNOWN">>().toEqualTypeOf<EventType>();
  expectTypeOf<keyof WebhookEventMap>().toEqualTypeOf<EventType | "UNKNOWN">();
  expectTypeOf<Extract<WebhookEvent, { type: "UNKNOWN" }>["payload"]>().toBeUnknown();
});

test("once UNKNOWN is excluded, the payloads have the fields of the base in common", () => {
  expectTypeOf<keyof EventBase>().toExtend<keyof WebhookPayload>();
  expectTypeOf<PayloadOf<"FACT_SHEET_CREATED" | "DOCUMENT_DELETED">>().toExtend<EventBase>();
  expectTypeOf<PayloadOf<"FACT_SHEET_CREATED">["workspaceId"]>().toEqualTypeOf<string>();
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

test("field data is narrowed by isFieldOfType and isKnownFieldData", () => {
  const data = { type: "Lifecycle", phases: [] } as FieldValue;
  if (isFieldOfType(data, "Lifecycle")) expectTypeOf(data.phases).toEqualTypeOf<LifecyclePhase[] | null | undefined>();
  if (isKnownFieldData(data)) expectTypeOf(data).toEqualTypeOf<KnownFieldData>();
});
