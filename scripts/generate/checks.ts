/**
 * Prints src/generated/checks.ts: a function for every model, put together from those of src/check.ts. Plain
 * JavaScript: no `eval`, no zod, nothing copied. It fails on a kind of node that it does not know.
 */
import type { Field, Library, Model, Node, Shape } from "./read-schemas.js";

type OpenUnion = Extract<Shape, { kind: "openUnion" }>;

export function printChecks({ events, models }: Library): string {
  const printer = checkPrinter(models);
  const envelopeCheck = printer.functionFor("WebhookEnvelope");
  const payloadChecks = events.map(({ eventType, payload }) => `  ${eventType}: ${printer.functionFor(payload)},`);
  const functions = printer.print();
  return [
    `import {\n  type Check,\n${printer
      .helpers()
      .map((name) => `  ${name},\n`)
      .join("")}} from "../check.js";`,
    `import { ownObject } from "../read.js";`,
    `import type { EventType } from "./types.js";`,
    "",
    functions,
    `/** The check of each event's payload. */\nexport const payloadChecks: Readonly<Record<EventType, Check>> = {\n${payloadChecks.join("\n")}\n};`,
    `\n/** The check of what is around a payload. */\nexport const envelopeCheck: Check = ${envelopeCheck};`,
  ].join("\n");
}

/** The function of src/check.ts that checks a value without a name, by what it expects. */
const checks: Readonly<Record<string, string>> = {
  string: "expectString",
  "non-empty string": "expectNonEmptyString",
  "ISO 8601 timestamp": "expectTimestamp",
  "ISO 8601 date": "expectDate",
  number: "expectNumber",
  integer: "expectInteger",
  boolean: "expectBoolean",
  object: "expectObject",
  array: "expectArray",
  "number or string": "expectNumberOrString",
  "string or number": "expectNumberOrString",
  "number or ISO 8601 timestamp": "expectNumberOrTimestamp",
};

function checkPrinter(models: ReadonlyMap<string, Model>) {
  const functionOf = new Map<Model, string>();
  /** The name of each function, by its body. */
  const functions = new Map<string, string>();
  const used = new Set<string>();
  const recursive = new Set([...models.keys()].filter((name) => reaches(models, name, name)));

  return { functionFor, helpers: () => [...used].sort(), print };

  function print(): string {
    // The same parameters for each, needed or not: what repeats itself is small in a compressed bundle.
    const parameters = `value: unknown, allowed?: number, partial = ${use("REQUIRED")}, depth = 1`;
    return [...functions].map(([body, check]) => `function ${check}(${parameters}): void {\n${body}\n}\n`).join("\n");
  }

  function use(helper: string): string {
    used.add(helper);
    return helper;
  }

  /** The name of a model's function, printed on first use; models that are checked alike share one. */
  function functionFor(name: string): string {
    const model = models.get(models.get(name)!.partialOf ?? name)!;
    if (!functionOf.has(model)) {
      functionOf.set(model, `expect${model.name}`);
      const body = printBody(model).join("\n");
      if (!functions.has(body)) functions.set(body, `expect${model.name}`);
      functionOf.set(model, functions.get(body)!);
    }
    return functionOf.get(model)!;
  }

  function printBody(model: Model): string[] {
    const { name, shape } = model;
    if (shape.kind === "value") throw new Error(`${name}: a named value is checked in place`);
    if (shape.kind === "openUnion" && shape.base.kind !== "model") return printAnyUnion(shape);
    return [
      `  const own = ${use("expectObject")}(value, allowed);`,
      "  if (!own) return;",
      ...(recursive.has(name) ? [`  ${use("expectDepth")}(value, depth);`] : []),
      ...(shape.kind === "object" ? printFields(shape.fields, model, "  ") : printUnion(shape, model)),
    ];
  }

  /** The members of a union are checked in place: which one a value is, its discriminator has told by then. */
  function printUnion({ discriminator, members, base }: OpenUnion, model: Model): string[] {
    const cases = members.flatMap(({ value, name }) => [
      `    case ${JSON.stringify(value)}:`,
      ...printFields(
        fieldsOf(name).filter(({ key }) => key !== discriminator),
        model,
        "      ",
      ),
      "      break;",
    ]);
    const otherwise = printFields(fieldsOf((base as Node & { kind: "model" }).name), model, "      ");
    return [`  switch (own.${discriminator}) {`, ...cases, "    default:", ...otherwise, "  }"];
  }

  /** A union that takes anything: where a member may be named, it is the union of the same members that takes objects. */
  function printAnyUnion({ discriminator, members }: OpenUnion): string[] {
    const same = [...models.values()].find(
      ({ shape, partialOf }) =>
        !partialOf &&
        shape.kind === "openUnion" &&
        shape.base.kind === "model" &&
        fieldsOf(shape.base.name).every(({ key }) => key === discriminator) &&
        shape.members.map(({ name }) => name).join() === members.map(({ name }) => name).join(),
    );
    if (!same) throw new Error(`no union of objects has the members ${members.map(({ name }) => name).join(", ")}`);
    return [
      "  const own = ownObject(value);",
      `  if (typeof own?.${discriminator} === "string") ${functionFor(same.name)}(own);`,
    ];
  }

  function fieldsOf(name: string): Field[] {
    const { shape } = models.get(models.get(name)!.partialOf ?? name)!;
    if (shape.kind !== "object") throw new Error(`${name}: a member of a union must be an object`);
    return shape.fields;
  }

  function printFields(fields: Field[], model: Model, indent: string): string[] {
    return fields.flatMap((field) => printField(field, model) ?? []).map((check) => `${indent}${check};`);
  }

  function printField({ key, optional, node }: Field, model: Model): string | undefined {
    const named = valueOf(node);
    const inner = named.kind === "nullable" ? named.inner : named;
    if (inner.kind === "unknown") return undefined;
    // Required in a partial form too: it tells the members of a union apart.
    if (inner.kind === "literal") return printLiteral(`own.${key}`, inner.values);
    const nullable = named.kind === "nullable";
    const allowed = optional
      ? use(nullable ? "NULLISH" : "OPTIONAL")
      : nullable
        ? `partial | ${use("NULLABLE")}`
        : "partial";
    return printCheck(inner, `own.${key}`, allowed, model);
  }

  function printLiteral(member: string, values: string[]): string {
    if (values.length > 2) throw new Error(`${member}: more than two literals`);
    return `${use("expectLiteral")}(${[member, ...values.map((value) => JSON.stringify(value))].join(", ")})`;
  }

  function printCheck(node: Node, member: string, allowed: string, holder: Model): string {
    const items = node.kind === "array" ? node.items : node.kind === "map" ? node.values : undefined;
    if (items === undefined || items.kind === "unknown") {
      const [check, ...rest] = checkOf(node, holder);
      return `${check}(${[member, allowed, ...rest].join(", ")})`;
    }
    const [check, ...rest] = checkOf(items, holder);
    return `${use(node.kind === "map" ? "expectMapOf" : "expectArrayOf")}(${[member, check, allowed, ...rest].join(", ")})`;
  }

  /** The function that checks a node, and what it takes beside the value and what is allowed in its place. */
  function checkOf(node: Node, holder: Model): [check: string, ...rest: string[]] {
    if (node.kind !== "model") {
      const check = checks[expectedOf(node)];
      if (!check) throw new Error(`${holder.name}: no function checks ${expectedOf(node)}`);
      return [use(check)];
    }
    const { partialOf } = models.get(node.name)!;
    const deeper = recursive.has(partialOf ?? node.name) && recursive.has(holder.name);
    return [functionFor(node.name), partialOf ? use("OPTIONAL") : "partial", ...(deeper ? ["depth + 1"] : [])];
  }

  /** A named value is checked in place, like one without a name. */
  function valueOf(node: Node): Node {
    const shape = node.kind === "model" ? models.get(node.name)!.shape : undefined;
    return shape?.kind === "value" ? shape.node : node;
  }
}

function expectedOf(node: Node): string {
  if (node.kind === "union") return node.options.map(expectedOf).join(" or ");
  if (node.kind === "map") return "object";
  return "expected" in node ? node.expected : node.kind;
}

function reaches(models: ReadonlyMap<string, Model>, from: string, target: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return referencesOfShape(models.get(from)!.shape).some(
    (name) => name === target || reaches(models, name, target, seen),
  );
}

function referencesOfShape(shape: Shape): string[] {
  if (shape.kind === "object") return shape.fields.flatMap(({ node }) => referencesOf(node));
  if (shape.kind === "value") return referencesOf(shape.node);
  return [...shape.members.map(({ name }) => name), ...referencesOf(shape.base)];
}

function referencesOf(node: Node): string[] {
  switch (node.kind) {
    case "model":
      return [node.name];
    case "array":
      return referencesOf(node.items);
    case "map":
      return referencesOf(node.values);
    case "nullable":
      return referencesOf(node.inner);
    case "union":
      return node.options.flatMap(referencesOf);
    default:
      return [];
  }
}
