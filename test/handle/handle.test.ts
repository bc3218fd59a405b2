/** What one does with an event: which fact sheets it is about, whether it came before, which handler it goes to. */
import type { StandardSchemaV1 } from "@standard-schema/spec";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  deliveryKeyOf,
  eventCatalog,
  eventTypes,
  factSheetsOf,
  groupKeyOf,
  handleWebhookEvent,
  isEventOfType,
  parseWebhookEvent,
  positionOf,
  recordPosition,
  safeParseWebhookEvent,
  type WebhookEvent,
  type WebhookEventHandlers,
  webhookBodySchema,
} from "../../src/index.js";
import { exampleBody, examples } from "../examples.js";

const eventOf = (name: string, change: object = {}) => parseWebhookEvent({ ...exampleBody(name), ...change });
const envelope = (payload: object, id: unknown = "0b1f6a52-6d5c-4f0e-9a53-2f7d3f0c8e11") =>
  parseWebhookEvent({ id, tags: ["pathfinder"], payload });

describe("factSheetsOf", () => {
  test.each([
    ["fact-sheet-created", "factSheet.id"],
    ["fact-sheet-archived", "fsIdAndRev.id"],
    ["fact-sheet-viewed", "factSheetId"],
    ["fact-sheet-tag-added", "fsIdAndRev.id"],
    ["comment-deleted", "fsIdAndRev.id"],
    ["automation-triggered", "factSheet.id"],
    ["poll-result-created", "pollResult.factSheet.id"],
  ])("finds the one of %s in %s", (name, path) => {
    const found = factSheetsOf(eventOf(name));
    const id = path.split(".").reduce((value, key) => value[key], exampleBody(name));
    expect(found.map((factSheet) => factSheet.id)).toEqual([id]);
  });

  test("says what else the body says", () => {
    const { factSheet } = exampleBody("fact-sheet-created");
    const { id, type, rev, displayName } = factSheet;
    expect(factSheetsOf(eventOf("fact-sheet-created"))).toEqual([{ id, type, rev, displayName }]);
    expect(Object.keys(factSheetsOf(eventOf("fact-sheet-viewed"))[0]!)).toEqual(["id"]);
  });

  test("puts together what a body says in two places of one fact sheet, and of no other", () => {
    const deleted = (id: string) => ({
      type: "FactSheetDeletedEvent",
      factSheet: { id },
      fsType: "Application",
      fsIdAndRev: { id: "a", rev: 3 },
    });
    expect(factSheetsOf(parseWebhookEvent(deleted("a")))).toEqual([{ id: "a", type: "Application", rev: 3 }]);
    expect(factSheetsOf(parseWebhookEvent(deleted("b")))).toEqual([{ id: "b" }]);
  });

  test.each([
    ["beside its id alone", { factSheetId: "a", fsType: "Application", fsIdAndRev: { rev: 3 } }],
    ["beside a fact sheet without them", { factSheet: { id: "a" }, fsType: "Application", fsIdAndRev: { rev: 3 } }],
    ["in a fact sheet without id", { factSheet: { type: "Application", rev: 3 }, factSheetId: "a" }],
  ])("finds type and revision %s", (_, fields) => {
    const event = parseWebhookEvent({ type: "FactSheetDeletedEvent", ...fields });
    expect(factSheetsOf(event)).toEqual([{ id: "a", type: "Application", rev: 3 }]);
  });

  test("finds both ends of a relation, and takes what is missing from the relation itself", () => {
    const body = exampleBody("relation-created");
    const ends = [body.fromDetails, body.toDetails].map(({ factSheetInfos: { idAndRev, type, displayName } }) => ({
      ...idAndRev,
      type,
      displayName,
    }));
    expect(factSheetsOf(parseWebhookEvent(body))).toEqual(ends);
    const archived = exampleBody("relation-archived").relation;
    const from = { id: archived.fromId, type: archived.typeFromFS };
    const to = { id: archived.toId, type: archived.typeToFS, displayName: archived.displayNameToFS };
    const none = eventOf("relation-archived", { fromDetails: null, toDetails: undefined });
    expect(factSheetsOf(none)).toEqual([from, to]);
    const endOf = (id: string) => ({ factSheetInfos: { idAndRev: { id, rev: 2 } } });
    const bare = eventOf("relation-archived", { fromDetails: endOf(from.id), toDetails: endOf(to.id) });
    expect(factSheetsOf(bare)).toEqual([
      { ...from, rev: 2 },
      { ...to, rev: 2 },
    ]);
  });

  test("takes no end of a relation for the subject of another event, and no neighbour of an archived fact sheet", () => {
    const { relation } = exampleBody("relation-created");
    const deleted = { type: "FactSheetDeletedEvent", workspaceId: "w", transactionSequenceNumber: 7, relation };
    expect(parseWebhookEvent(deleted).type).toBe("FACT_SHEET_DELETED");
    expect(factSheetsOf(parseWebhookEvent(deleted))).toEqual([]);
    expect(positionOf(parseWebhookEvent(deleted))).toBeUndefined();
    expect(factSheetsOf(safeParseWebhookEvent({ type: "FactSheetViewedEvent", relation }).error!)).toEqual([]);
    expect(factSheetsOf(parseWebhookEvent({ ...deleted, fsIdAndRev: 7 }))).toEqual([]);
    expect(factSheetsOf(parseWebhookEvent({ relation }))).toHaveLength(2);
    expect(factSheetsOf(safeParseWebhookEvent("{").error!)).toEqual([]);
    const { fsIdAndRev, affectedFactSheetIdAndRev } = exampleBody("fact-sheet-archived");
    expect(affectedFactSheetIdAndRev.length).toBeGreaterThan(1);
    expect(factSheetsOf(eventOf("fact-sheet-archived")).map(({ id }) => id)).toEqual([fsIdAndRev.id]);
  });

  test.each(["integration-run-started", "configuration-created", "comment-reply-added"])("finds none in %s", (name) => {
    expect(factSheetsOf(eventOf(name))).toEqual([]);
  });

  test("reads an event that is unknown, and the error of one that is refused", () => {
    const factSheet = { id: "a", rev: 1.5, type: "", displayName: null };
    expect(factSheetsOf(parseWebhookEvent({ type: "FactSheetRenamedEvent", factSheet }))).toEqual([{ id: "a" }]);
    const { error } = safeParseWebhookEvent({ ...exampleBody("fact-sheet-created"), createdAt: 7 });
    expect(factSheetsOf(error!)).toHaveLength(1);
    for (const body of [null, [], "7", { factSheet: [] }, { fsIdAndRev: { id: 7 } }])
      expect(factSheetsOf(parseWebhookEvent(body))).toEqual([]);
  });
});

describe("deliveryKeyOf", () => {
  const key = /^(?!\d+$)[\w-]{1,128}$/;
  const keyless = /^(?:CONFIGURATION_|AUTOMATION_)/;

  test.each(examples)("of $file is one that queues take, and the same twice", ({ eventType, text }) => {
    const found = deliveryKeyOf(parseWebhookEvent(text));
    expect(found).toBe(deliveryKeyOf(parseWebhookEvent(text)));
    if (keyless.test(eventType)) expect(found).toBeUndefined();
    else if (eventCatalog[eventType].evidence === "sample") expect(found).toMatch(key);
  });

  test.each(examples)("of $file is the same in an envelope", ({ text }) => {
    const bare = deliveryKeyOf(parseWebhookEvent(text));
    if (bare !== undefined) expect(deliveryKeyOf(envelope(JSON.parse(text)))).toBe(bare);
    if (bare !== undefined) expect(deliveryKeyOf(envelope(text as unknown as object))).toBe(bare);
  });

  test("of a payload without one is the envelope's id, if that is no number alone", () => {
    const payload = exampleBody("configuration-created");
    for (const own of [payload, {}, { type: "Application", id: 7, workspaceId: "w" }])
      expect(deliveryKeyOf(envelope(own))).toBe("0b1f6a52-6d5c-4f0e-9a53-2f7d3f0c8e11");
    // BullMQ takes neither "-5" nor "NaN" for the id of a job: each is what `parseInt` makes of it.
    for (const id of ["42", null, "a:b", "", "-5", "NaN", "x".repeat(129)])
      expect(deliveryKeyOf(envelope(payload, id))).toBeUndefined();
  });

  test("of an event with a class name is its workspace and its number", () => {
    const { workspaceId, id } = exampleBody("fact-sheet-viewed");
    expect(deliveryKeyOf(eventOf("fact-sheet-viewed"))).toBe(`${workspaceId}-${id}`);
    const renamed = { type: "FactSheetRenamedEvent", workspaceId: "w", id: 0 };
    expect(deliveryKeyOf(parseWebhookEvent(renamed))).toBe("w-0");
    expect(deliveryKeyOf(parseWebhookEvent({ ...renamed, workspaceId: "w-1", id: 2 }))).toBe("w-1-2");
    // Neither would be told from the key of another workspace.
    expect(deliveryKeyOf(parseWebhookEvent({ ...renamed, id: -1 }))).toBeUndefined();
    expect(deliveryKeyOf(parseWebhookEvent({ ...renamed, type: "INTEGRATION-API" }))).toBeUndefined();
  });

  test("of an integration run is its synchronization, its progress and the rest of it", () => {
    const { synchronizationId } = exampleBody("integration-run-started");
    const started = deliveryKeyOf(eventOf("integration-run-started"));
    expect(started).toMatch(new RegExp(`^${synchronizationId}-RUNNING-f\\w{14}$`));
    const finished = deliveryKeyOf(eventOf("integration-run-finished", { synchronizationId }));
    expect(finished).toMatch(new RegExp(`^${synchronizationId}-FINISHED-f\\w{14}$`));
    const restarted = deliveryKeyOf(eventOf("integration-run-finished", { synchronizationId, duration: 99 }));
    expect(restarted).not.toBe(finished);
  });

  test("of a survey response is its id, state and time, in either form, and the rest of it", () => {
    const { pollResult } = exampleBody("poll-result-created");
    const at = (createdAt: unknown, change = {}) =>
      deliveryKeyOf(eventOf("poll-result-created", { createdAt, ...change }));
    const key = (state: string, time: string) => new RegExp(`^${pollResult.id}-${state}-${time}-f\\w{14}$`);
    expect(at(1767225600000)).toMatch(key("POLL_RESULT_CREATED", "1767225600000"));
    expect(at("2026-01-01T00:00:00.5Z")).toMatch(key("POLL_RESULT_CREATED", "2026-01-01T00_00_00_5Z"));
    expect(at(1, { synchronizationId: null })).toMatch(key("POLL_RESULT_CREATED", "1"));
    const closed = parseWebhookEvent({ type: "POLL_RESULT_CLOSED", pollResult, createdAt: 1 });
    expect(deliveryKeyOf(closed)).toMatch(key("POLL_RESULT_CLOSED", "1"));
    const answers = [{ questionId: "q", answer: ["another"] }];
    expect(at(1, { pollResult: { ...pollResult, answers } })).not.toBe(at(1));
    const backwards = Object.fromEntries(Object.entries(exampleBody("poll-result-created")).reverse());
    expect(deliveryKeyOf(parseWebhookEvent(backwards))).toBe(deliveryKeyOf(eventOf("poll-result-created")));
  });

  test("is undefined rather than one that another event could have", () => {
    const bodies = [{}, { workspaceId: "w", id: 1 }, { type: "X", workspaceId: "w" }, { type: "X", id: 1 }];
    const odd = { type: "FactSheetRenamedEvent", workspaceId: "a:b", id: 1 };
    const long = { ...odd, workspaceId: "w".repeat(127) };
    for (const body of [...bodies, odd, long]) expect(deliveryKeyOf(parseWebhookEvent(body))).toBeUndefined();
  });

  test("never throws, whatever the body says where a part of a key stands", () => {
    const nested = JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`);
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom({ toString: 0 }, { valueOf: [] }, nested, "s", 7));
    const names = ["type", "workspaceId", "id", "synchronizationId", "progress", "pollResultEventType", "createdAt"];
    const fields = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    const types = fc.constantFrom("x", "FactSheetRenamedEvent", "POLL_RESULT_CREATED", undefined);
    const bodies = fc.tuple(fields, types, value).map(([body, type, id]) => ({ ...body, type, pollResult: { id } }));
    fc.assert(
      fc.property(bodies, value, (body, envelopeId) => {
        for (const sent of [body, { id: envelopeId, tags: [], payload: body }]) {
          const { data, error } = safeParseWebhookEvent(sent);
          expect(deliveryKeyOf(data ?? error!) ?? "w-1").toMatch(key);
        }
      }),
    );
  });
});

describe("positionOf", () => {
  test.each(examples)("of $file is there if its event holds a whole state", ({ eventType, text }) => {
    const { transactionSequenceNumber } = JSON.parse(text);
    const isState = /^FACT_SHEET_(?:CREATED|UPDATED|ARCHIVED|DELETED|RECOVERED)$|^RELATION_/.test(eventType);
    const position = positionOf(parseWebhookEvent(text));
    if (!isState || transactionSequenceNumber === undefined) expect(position).toBeUndefined();
    if (position) expect(position.sequence).toBe(transactionSequenceNumber);
  });

  test("names the fact sheet or the relation, and its workspace", () => {
    const { workspaceId, factSheet } = exampleBody("fact-sheet-updated");
    expect(positionOf(eventOf("fact-sheet-updated"))!.key).toBe(`${workspaceId}-${factSheet.id}`);
    const created = exampleBody("relation-created");
    expect(positionOf(eventOf("relation-created"))!.key).toBe(`${created.workspaceId}-${created.relationId}`);
    expect(positionOf(eventOf("relation-archived", { relationId: undefined }))!.key).toContain(
      exampleBody("relation-archived").relation.id,
    );
    const nobody = { type: "RelationArchivedEvent", transactionSequenceNumber: 1 };
    expect(positionOf(parseWebhookEvent(nobody))).toBeUndefined();
    expect(positionOf(parseWebhookEvent({ ...nobody, relationId: "r" }))).toEqual({ key: "-r", sequence: 1 });
  });
});

describe("recordPosition", () => {
  const event = eventOf("fact-sheet-updated", { transactionSequenceNumber: 7 });

  test.each([
    [6, "current"],
    [7, "current"],
    [8, "outdated"],
  ])("when the kept number is %d: %s", async (kept, position) => {
    expect(await recordPosition(event, (_, sequence) => Math.max(kept, sequence))).toBe(position);
    expect(await recordPosition(event, async (_, sequence) => Math.max(kept, sequence))).toBe(position);
  });

  test("asks nothing for an event without a position", async () => {
    const raise = () => Promise.reject(new Error("asked"));
    expect(await recordPosition(eventOf("fact-sheet-viewed"), raise)).toBe("current");
    await expect(recordPosition(event, raise)).rejects.toThrow("asked");
  });
});

describe("groupKeyOf", () => {
  test.each(examples)("of $file is one that queues take, and that of its position", ({ text }) => {
    const event = parseWebhookEvent(text);
    const position = positionOf(event);
    expect(groupKeyOf(event)).toMatch(/^[\w-]{1,128}$/);
    if (position) expect(groupKeyOf(event)).toBe(position.key);
  });

  test("is one for the states and the steps of a fact sheet", () => {
    const { workspaceId, factSheet } = exampleBody("fact-sheet-updated");
    const step = eventOf("fact-sheet-tag-added", { workspaceId, fsIdAndRev: { id: factSheet.id } });
    expect(groupKeyOf(step)).toBe(groupKeyOf(eventOf("fact-sheet-updated")));
    expect(groupKeyOf(step)).toBe(`${workspaceId}-${factSheet.id}`);
  });

  test("is the type of an event that names nothing, and never what a queue refuses", () => {
    expect(groupKeyOf(eventOf("configuration-created"))).toBe("CONFIGURATION_CREATED");
    expect(groupKeyOf(parseWebhookEvent("{}"))).toBe("UNKNOWN");
    expect(groupKeyOf(parseWebhookEvent({ type: "X", factSheetId: "a:ü" }))).toBe("-a__");
    expect(groupKeyOf(parseWebhookEvent({ type: "X", factSheetId: "a".repeat(500) }))).toHaveLength(128);
  });
});

describe("handleWebhookEvent", () => {
  const every = Object.fromEntries(
    [...eventTypes, "UNKNOWN"].map((type) => [type, (event: WebhookEvent) => `${type}:${event.type}`]),
  ) as unknown as WebhookEventHandlers<string>;

  test.each(examples)("calls the handler of $file", ({ eventType, text }) => {
    expect(handleWebhookEvent(parseWebhookEvent(text), every)).toBe(`${eventType}:${eventType}`);
  });

  test("gives what the map does not name to the third parameter", () => {
    const result = handleWebhookEvent(
      eventOf("fact-sheet-viewed"),
      { FACT_SHEET_CREATED: ({ payload }) => payload.factSheet.displayName },
      (other) => {
        expectTypeOf<Extract<typeof other, { type: "FACT_SHEET_CREATED" }>>().toBeNever();
        expectTypeOf<(typeof other)["type"]>().toExtend<WebhookEvent["type"]>();
        return other.type.length;
      },
    );
    expectTypeOf(result).toEqualTypeOf<string | number>();
    expect(result).toBe("FACT_SHEET_VIEWED".length);
  });

  test("returns what each handler returns, promises too", () => {
    const mixed = handleWebhookEvent(
      parseWebhookEvent("{}"),
      { FACT_SHEET_CREATED: async ({ payload }) => payload.id },
      () => {},
    );
    // biome-ignore lint/suspicious/noConfusingVoidType: it is what the handler returns
    expectTypeOf(mixed).toEqualTypeOf<Promise<number> | void>();
  });

  test("takes a map whose handlers may be missing", () => {
    const some: Partial<WebhookEventHandlers<number>> = {};
    const comments = eventTypes.length > 0 ? () => 1 : undefined;
    expect(handleWebhookEvent(eventOf("comment-created"), { COMMENT_CREATED: comments }, () => 0)).toBe(1);
    const type = handleWebhookEvent(eventOf("comment-created"), some, (other) => other.type);
    expectTypeOf(type).toEqualTypeOf<number | WebhookEvent["type"]>();
    expect(type).toBe("COMMENT_CREATED");
  });

  test("gives an event that was added after the map was compiled to UNKNOWN, as a version that does not know it", () => {
    const UNKNOWN = (event: WebhookEvent) => event;
    const older = { ...every, FACT_SHEET_VIEWED: undefined, UNKNOWN } as unknown as WebhookEventHandlers;
    const { payload } = eventOf("fact-sheet-viewed");
    expect(handleWebhookEvent(eventOf("fact-sheet-viewed"), older)).toEqual({
      type: "UNKNOWN",
      reason: "UNKNOWN_NAME",
      name: "FactSheetViewedEvent",
      payload,
    });
  });

  test("catches nothing, and takes nothing that every object inherits for a handler", () => {
    const boom = () => {
      throw new Error("boom");
    };
    expect(() => handleWebhookEvent(parseWebhookEvent("{}"), { UNKNOWN: boom }, () => {})).toThrow("boom");
    expect(() => handleWebhookEvent(parseWebhookEvent("{}"), {} as WebhookEventHandlers)).toThrow(TypeError);
    for (const type of ["constructor", "toString", "__proto__"])
      expect(handleWebhookEvent({ type } as unknown as WebhookEvent, {}, () => "otherwise")).toBe("otherwise");
  });

  test("calls the methods of a class, as methods", () => {
    class Sync {
      #calls = 0;
      COMMENT_CREATED() {
        return ++this.#calls;
      }
    }
    const sync = new Sync();
    expect(handleWebhookEvent(eventOf("comment-created"), sync, () => 0)).toBe(1);
    expect(handleWebhookEvent(eventOf("comment-created"), sync, () => 0)).toBe(2);
    expect(handleWebhookEvent(eventOf("comment-deleted"), sync, () => 0)).toBe(0);
  });

  test("leaves nothing of an event that was narrowed before, if the map names the rest", () => {
    const event = eventOf("comment-created");
    if (!isEventOfType(event, "COMMENT_CREATED", "COMMENT_DELETED")) throw new Error("another event");
    const handlers = { COMMENT_CREATED: () => "created", COMMENT_DELETED: () => "deleted" };
    const result = handleWebhookEvent(event, handlers, (other) => {
      expectTypeOf(other).toBeNever();
      return 7;
    });
    expect(result).toBe("created");
  });

  test("a misspelt event, no fallback and no UNKNOWN do not compile", () => {
    const misuse = (event: WebhookEvent) => {
      // @ts-expect-error "FACT_SHEET_CREATD is not an event type"
      handleWebhookEvent(event, { FACT_SHEET_CREATD: () => {}, COMMENT_CREATED: () => {} }, () => {});
      // @ts-expect-error "FACT_SHEET_CREATD is not an event type"
      handleWebhookEvent(event, { ...every, FACT_SHEET_CREATD: () => "" });
      // @ts-expect-error no fallback
      handleWebhookEvent(event, { FACT_SHEET_CREATED: () => {} });
      const { UNKNOWN, ...known } = every;
      // @ts-expect-error no UNKNOWN
      handleWebhookEvent(event, known);
      return UNKNOWN;
    };
    expect(misuse).toBeTypeOf("function");
  });
});

describe("webhookBodySchema", () => {
  test("is a Standard Schema", () => {
    expectTypeOf(webhookBodySchema).toExtend<StandardSchemaV1<unknown, WebhookEvent>>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof webhookBodySchema>>().toEqualTypeOf<WebhookEvent>();
    const { version, vendor } = webhookBodySchema["~standard"];
    expect({ version, vendor }).toEqual({ version: 1, vendor: "leanix-webhook-events" });
  });

  test("is the safe parse, with one issue and its path", () => {
    const { validate } = webhookBodySchema["~standard"];
    expect(validate("{}")).toEqual({ value: parseWebhookEvent("{}") });
    const body = { ...exampleBody("fact-sheet-created"), createdAt: 7 };
    const { message, path } = safeParseWebhookEvent(body).error!;
    expect(validate(body)).toEqual({ issues: [{ message, path }] });
    expect(path).toEqual(["createdAt"]);
    expect(validate({ payload: body })).toMatchObject({ issues: [{ path: ["payload", "createdAt"] }] });
  });
});
