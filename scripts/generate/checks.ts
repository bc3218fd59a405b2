/**
 * Prints src/generated/checks.ts: a function for every model, composed of those of src/parse/check.ts. Plain
 * JavaScript: no `eval`, no zod, nothing copied. It fails on a kind of node that it does not know.
 */
import type { EventDescription, Field, Library, Model, Node, OpenUnion } from "./library.js";
import { recursiveModels } from "./recursive-models.js";

const helpers = [
  "type Check",
  "expectAnyObject",
  "expectArray",
  "expectArrayOf",
  "expectBoolean",
  "expectDate",
  "expectDepth",
  "expectInteger",
  "expectMapOf",
  "expectNonEmptyString",
  "expectNumber",
  "expectNumberOrString",
  "expectNumberOrTimestamp",
  "expectObject",
  "expectString",
  "expectTimestamp",
  "expectValues",
  "type Key",
  "NULLABLE",
  "REQUIRED",
];

/** The function that checks a value without a name. */
const checks: Readonly<Record<string, string>> = {
  string: "expectString",
  id: "expectNonEmptyString",
  timestamp: "expectTimestamp",
  date: "expectDate",
  number: "expectNumber",
  integer: "expectInteger",
  boolean: "expectBoolean",
  object: "expectAnyObject",
  array: "expectArray",
  "number or string": "expectNumberOrString",
  "string or number": "expectNumberOrString",
  "number or timestamp": "expectNumberOrTimestamp",
};

/** What is printed so far. */
interface Printed {
  library: Library;
  recursive: ReadonlySet<string>;
  /** The function of each model. */
  functions: Map<string, string>;
  /** The function that has a body: models that are checked alike share one. */
  bodies: Map<string, string>;
}

export function printChecks(library: Library): string {
  const printed: Printed = {
    library,
    recursive: recursiveModels(library.models),
    functions: new Map(),
    bodies: new Map(),
  };
  const checksOf = (events: EventDescription[]) =>
    events.map(({ eventType, payload }) => `  ${eventType}: ${functionOf(payload, printed)},\n`).join("");
  const known = checksOf(library.events.filter(({ evidence }) => evidence !== "inferred"));
  const inferred = checksOf(library.events.filter(({ evidence }) => evidence === "inferred"));
  const envelopeCheck = functionOf("WebhookEnvelope", printed);
  const functions = [...printed.bodies].map(([body, name]) => `function ${name}${body}\n`);
  return [
    `import {\n${helpers.map((name) => `  ${name},\n`).join("")}} from "../parse/check.js";`,
    `import { isObject, type JsonObject } from "../parse/json-object.js";`,
    `import type { EventType } from "./types.js";`,
    "",
    functions.join("\n"),
    `/** The check of each payload that was never published. */\nexport const inferredChecks: Readonly<Partial<Record<EventType, Check>>> = {\n${inferred}};`,
    `\n/** The check of each event's payload. What identifies the event is not checked again. */\nexport const payloadChecks = {\n${known}  ...inferredChecks,\n} as Readonly<Record<EventType, Check>>;`,
    `\n/** The check of an envelope. */\nexport const envelopeCheck: Check = ${envelopeCheck};`,
  ].join("\n");
}

/** The name of a model's function, printed on first use. */
function functionOf(name: string, printed: Printed): string {
  const known = printed.functions.get(name);
  if (known) return known;
  // Set before it is printed, as a model can hold itself.
  printed.functions.set(name, `expect${name}`);
  const body = printBody(printed.library.models.get(name)!, printed);
  if (!printed.bodies.has(body)) printed.bodies.set(body, `expect${name}`);
  printed.functions.set(name, printed.bodies.get(body)!);
  return printed.bodies.get(body)!;
}

/** The parameters and the body of a model's function. */
function printBody(model: Model, printed: Printed): string {
  const { name, shape } = model;
  if (shape.kind === "value") throw new Error(`${name}: a named value is checked in place`);
  if (shape.kind === "openUnion" && shape.objects !== undefined) {
    const known = `isObject(value) && typeof value.${shape.discriminator} === "string"`;
    return `(value: unknown, key: Key): void {\n  if (${known}) expectObject(value, key, ${functionOf(shape.objects, printed)});\n}`;
  }
  const fields =
    shape.kind === "object" ? printFields(shape.fields, model, printed) : printUnion(shape, model, printed);
  const recursive = printed.recursive.has(name);
  const lines = recursive ? ["expectDepth(own, depth);", ...fields] : fields;
  return `(own: JsonObject${recursive ? ", depth: number" : ""}): void {\n${lines.map((line) => `  ${line}\n`).join("")}}`;
}

/** The members of a union are checked in place: which one a value is, its discriminator says. */
function printUnion({ discriminator, members, base }: OpenUnion, model: Model, printed: Printed): string[] {
  const fieldsOf = (name: string): Field[] => {
    const { shape } = printed.library.models.get(name)!;
    if (shape.kind !== "object") throw new Error(`${name}: a member of a union must be an object`);
    return shape.fields;
  };
  const cases = members.flatMap(({ value, name }) => {
    const fields = fieldsOf(name).filter(({ key }) => key !== discriminator);
    return [
      `  case ${JSON.stringify(value)}:`,
      ...printFields(fields, model, printed).map((line) => `    ${line}`),
      "    break;",
    ];
  });
  const otherwise = printFields(fieldsOf(base!), model, printed).map((line) => `    ${line}`);
  return [`switch (own.${discriminator}) {`, ...cases, "  default:", ...otherwise, "}"];
}

function printFields(fields: Field[], model: Model, printed: Printed): string[] {
  const event = printed.library.events.find(({ payload }) => payload === model.name);
  return fields.flatMap((field) => printField(field, model, event, printed) ?? []).map((check) => `${check};`);
}

function printField(
  { key, optional, nullable, node }: Field,
  model: Model,
  event: EventDescription | undefined,
  printed: Printed,
): string | undefined {
  const { models } = printed.library;
  const shape = node.kind === "model" ? models.get(node.name)!.shape : undefined;
  // A named value is checked in place, like one without a name.
  const inner = shape?.kind === "value" ? shape.node : node;
  if (inner.kind === "unknown") return undefined;
  if (inner.kind === "literal") {
    const identifies = event?.progress === undefined ? key === "type" : key === "progress";
    if (event && identifies) return undefined;
    throw new Error(`${model.name}.${key}: only what identifies an event or a member of a union can be a literal`);
  }
  const allowed = optional ? [] : [nullable ? "NULLABLE" : "REQUIRED"];
  const value = [`own.${key}`, JSON.stringify(key)];
  const items = inner.kind === "array" ? inner.items : inner.kind === "map" ? inner.values : undefined;
  if (items?.kind === "model") {
    const each = inner.kind === "map" ? "expectMapOf" : "expectArrayOf";
    return call(each, ...value, ...modelArguments(items.name, allowed));
  }
  if (inner.kind === "array" && items && items.kind !== "unknown")
    return call("expectValues", ...value, checkOf(items, model), ...allowed);
  if (inner.kind !== "model") return call(checkOf(inner, model), ...value, ...allowed);
  const takesAnything = shape?.kind === "openUnion" && shape.objects !== undefined;
  return takesAnything
    ? call(functionOf(inner.name, printed), ...value)
    : call("expectObject", ...value, ...modelArguments(inner.name, allowed));

  /** The function, what is allowed in the object's place, and the depth of one that can hold the model which holds it. */
  function modelArguments(name: string, allowed: string[]): string[] {
    const deeper = printed.recursive.has(name) && printed.recursive.has(model.name);
    const rest = deeper ? [allowed[0] ?? "undefined", "depth + 1"] : allowed;
    return [functionOf(name, printed), ...rest];
  }
}

function call(name: string, ...values: string[]): string {
  return `${name}(${values.join(", ")})`;
}

/** The function that checks a value without a name. */
function checkOf(node: Node, holder: Model): string {
  const check = checks[nameOf(node)];
  if (!check) throw new Error(`${holder.name}: no function checks ${nameOf(node)}`);
  return check;
}

function nameOf(node: Node): string {
  if (node.kind === "union") return node.options.map(nameOf).join(" or ");
  return node.kind === "map" ? "object" : node.kind;
}
