/** Bodies made to break a receiver: a right answer or a `WebhookEventError`, with a message of one short line. */
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { safeParseWebhookEvent, WebhookEventError } from "../../src/index.js";
import { type Body, exampleBody } from "../examples.js";

const created = () => exampleBody("fact-sheet-created");

function nested(levels: number, open: string, close: string, innermost: string): string {
  return open.repeat(levels) + innermost + close.repeat(levels);
}

function withText(example: string, marker: (body: Body) => void, replacement: string): string {
  const body = exampleBody(example);
  marker(body);
  return JSON.stringify(body).replace('"MARK"', () => replacement);
}

const completion = '{"type":"S","completion":1,"percentage":1,"subCompletions":{"a":';
const question = '{"id":"q","type":"group","children":[';
const megabyte = "x".repeat(1_000_000);

function throwing(): Body {
  return Object.defineProperty(created(), "id", {
    enumerable: true,
    get() {
      throw new Error("no");
    },
  });
}

function cyclic(): Body {
  const body = created();
  const tree: Body = { type: "S", completion: 1, percentage: 1 };
  tree.subCompletions = { a: tree };
  body.factSheet.completion = tree;
  return body;
}

function refusing(error: unknown): Body {
  const refuse = () => {
    throw error;
  };
  return new Proxy(
    {},
    { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse },
  );
}

function detached(): Uint8Array {
  const bytes = new TextEncoder().encode("{}");
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}

const cases: [what: string, verdict: string, body: () => unknown][] = [
  [
    "a completion of 200,000 levels",
    "TOO_DEEP",
    () =>
      withText("fact-sheet-created", (b) => (b.factSheet.completion = "MARK"), nested(200_000, completion, "}}", "{}")),
  ],
  [
    "a question of 200,000 levels",
    "TOO_DEEP",
    () =>
      withText(
        "poll-result-created",
        (b) => (b.pollRun.poll.questionnaire.questions = ["MARK"]),
        nested(200_000, question, "]}", "{}"),
      ),
  ],
  ["[ a million times", "INVALID_JSON", () => "[".repeat(1_000_000)],
  ["an envelope in 100,000 envelopes", "UNKNOWN", () => nested(100_000, '{"payload":', "}", "{}")],
  [
    "100,000 bad relations",
    "INVALID_PAYLOAD",
    () => ({ ...created(), factSheet: { ...created().factSheet, relations: Array(100_000).fill({ id: 7 }) } }),
  ],
  ["a value of 1 MB", "INVALID_PAYLOAD", () => ({ ...created(), createdAt: megabyte })],
  [
    "a timestamp of 1 MB",
    "INVALID_PAYLOAD",
    () => ({ ...created(), createdAt: `2026-01-01T00:00:00.${"0".repeat(1_000_000)}Z` }),
  ],
  [
    "a key of 1 MB",
    "INVALID_PAYLOAD",
    () => ({
      ...created(),
      factSheet: {
        ...created().factSheet,
        completion: { type: "S", completion: 1, percentage: 1, subCompletions: { [megabyte]: 7 } },
      },
    }),
  ],
  ["a text of 18 MB", "UNKNOWN", () => JSON.stringify("x".repeat(18_000_000))],
  ["1e999", "INVALID_PAYLOAD", () => withText("fact-sheet-created", (b) => (b.id = "MARK"), "1e999")],
  [
    "1e999 as a duration",
    "INVALID_PAYLOAD",
    () => withText("integration-run-finished", (b) => (b.duration = "MARK"), "1e999"),
  ],
  ["a lone surrogate", "FACT_SHEET_CREATED", () => ({ ...created(), workspaceId: "\ud800" })],
  ["line breaks in a value", "INVALID_PAYLOAD", () => ({ ...created(), createdAt: "a\nb\u2028c\u0000" })],
  [
    "__proto__ as a key that supplies a field",
    "INVALID_PAYLOAD",
    () => JSON.stringify(created()).replace('"workspaceId"', '"__proto__"'),
  ],
  [
    "a prototype that supplies the fields, as reading the payload will, too",
    "FACT_SHEET_CREATED",
    () => Object.create(created(), { type: { value: "FactSheetCreatedEvent", enumerable: true } }),
  ],
  ["an object of a class", "FACT_SHEET_CREATED", () => Object.assign(new (class Payload {})(), created())],
  ["an object without a prototype", "FACT_SHEET_CREATED", () => Object.assign(Object.create(null), created())],
  ["constructor and toString as keys", "FACT_SHEET_CREATED", () => ({ ...created(), constructor: 1, toString: null })],
  [
    "a bad value behind the key __proto__ of a map",
    "INVALID_PAYLOAD",
    () => withText("fact-sheet-created", (b) => (b.factSheet.completion.subCompletions = "MARK"), '{"__proto__":7}'),
  ],
  ["a cyclic completion", "TOO_DEEP", cyclic],
  ["a getter that throws", "INVALID_PAYLOAD", throwing],
  [
    "a getter that throws deep inside",
    "INVALID_PAYLOAD",
    () => ({ ...created(), factSheet: { ...created().factSheet, relations: [throwing()] } }),
  ],
  ["a proxy that throws", "INVALID_PAYLOAD", () => refusing(new Error("no"))],
  ["a proxy that overflows the stack", "TOO_DEEP", () => refusing(new RangeError("Maximum call stack size exceeded"))],
  ["a proxy that throws nothing", "INVALID_PAYLOAD", () => refusing(undefined)],
  ["a proxy that throws a proxy", "INVALID_PAYLOAD", () => refusing(refusing(null))],
  [
    "a revoked proxy",
    "INVALID_PAYLOAD",
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
  ],
  ["bytes of a detached buffer", "INVALID_JSON", detached],
];

test.each(cases)("%s is %s", (_what, verdict, makeBody) => {
  const body = makeBody();

  const result = safeParseWebhookEvent(body);

  if (result.success) expect(result.data.type).toBe(verdict);
  else {
    expect(result.error).toBeInstanceOf(WebhookEventError);
    expect(result.error.code).toBe(verdict);
    expect(result.error.message.length).toBeLessThanOrEqual(500);
    expect(result.error.message).not.toMatch(/[\n\r\u2028\u2029]/);
    expect(result.error.input).toBe(body);
  }
});

describe("nesting", () => {
  const tree = (levels: number): Body => (levels === 1 ? {} : { subCompletions: { a: tree(levels - 1) } });
  const questions = (levels: number): Body => ({
    id: "q",
    type: "group",
    ...(levels > 1 && { children: [questions(levels - 1)] }),
  });
  const withTree = (levels: number) => ({
    ...created(),
    factSheet: { ...created().factSheet, completion: tree(levels) },
  });
  const withQuestions = (levels: number) => {
    const body = exampleBody("poll-result-created");
    body.pollRun.poll.questionnaire.questions = [questions(levels)];
    return body;
  };

  test.each([withTree, withQuestions])("of 500 levels passes, and of 501 is TOO_DEEP, with its path", (nest) => {
    const { error } = safeParseWebhookEvent(nest(501));

    expect(safeParseWebhookEvent(nest(500)).success).toBe(true);
    expect(error).toMatchObject({ code: "TOO_DEEP", expected: "at most 500 levels" });
    expect(error!.path.length).toBeGreaterThan(1000);
    expect(error!.path).not.toContain("");
    expect(error!.message.length).toBeLessThanOrEqual(500);
  });
});

describe("refusing", () => {
  /** How often a body is read until it is refused, at whatever depth. */
  function readsOf(body: Body): number {
    let reads = 0;
    const counting = (value: Body): Body =>
      typeof value !== "object" || value === null
        ? value
        : new Proxy(value, {
            get(target, key) {
              reads++;
              return counting(target[key]);
            },
          });
    expect(safeParseWebhookEvent(counting(body)).success).toBe(false);
    return reads;
  }

  const nestedFault = (levels: number) => {
    let tree: Body = { percentage: "x" };
    for (let level = 1; level < levels; level++) tree = { subCompletions: { a: tree } };
    return { ...created(), factSheet: { ...created().factSheet, completion: tree } };
  };
  const lateFault = (relations: number) => {
    const items: unknown[] = Array.from({ length: relations - 1 }, () => ({
      id: "r",
      type: "t",
      fromId: "f",
      toId: "t",
    }));
    return { ...created(), factSheet: { ...created().factSheet, relations: [...items, { id: 7 }] } };
  };

  test.each([nestedFault, lateFault])("reads twice as much of a body that is twice as large", (bodyOf) => {
    const [small, large] = [readsOf(bodyOf(200)), readsOf(bodyOf(400))];

    expect(large / small).toBeLessThan(2.05);
  });

  test("reads none of the keys that no event has, however many there are", () => {
    const wideFault = (keys: number) => {
      const unknown = Object.fromEntries(Array.from({ length: keys }, (_, index) => [`key${index}`, index]));
      return { ...created(), factSheet: { ...unknown, ...created().factSheet, relations: [{ id: 7 }] } };
    };

    expect(readsOf(wideFault(1000))).toBe(readsOf(wideFault(0)));
  });
});

test("a getter that parses another body meanwhile changes nothing", () => {
  const reenter = (other: unknown) =>
    Object.defineProperty(created(), "workspaceId", {
      enumerable: true,
      get: () => {
        expect(safeParseWebhookEvent(other).error?.path).toEqual(["id"]);
        return "w";
      },
    });
  const other = { type: "FactSheetViewedEvent" };

  expect(safeParseWebhookEvent(reenter(other)).success).toBe(true);
  const wrong = Object.assign(reenter(other), { createdAt: 7 });
  expect(safeParseWebhookEvent(wrong).error?.path).toEqual(["createdAt"]);
});

test("an error that a getter throws is not taken for that of the body", () => {
  const other = safeParseWebhookEvent("{").error!;
  const body = Object.defineProperty(created(), "workspaceId", {
    get() {
      throw other;
    },
  });

  const { error } = safeParseWebhookEvent(body);

  expect(error).not.toBe(other);
  expect(error!.input).toBe(body);
  expect(error!.cause).toBe(other);
});

test("a small stack", () => {
  const script = `
    const { safeParseWebhookEvent } = require("./dist/index.cjs");
    const nested = ${JSON.stringify(completion)}.repeat(20000) + "{}" + "}}".repeat(20000);
    const body = ${JSON.stringify(JSON.stringify({ ...created(), factSheet: { ...created().factSheet, completion: "MARK" } }))}.replace('"MARK"', nested);
    const result = safeParseWebhookEvent(body);
    process.stdout.write(result.success ? result.data.type : result.error.code);`;

  for (const size of [80, 200, 984])
    expect(execFileSync(process.execPath, [`--stack-size=${size}`, "-e", script], { encoding: "utf8" })).toBe(
      "TOO_DEEP",
    );
});
