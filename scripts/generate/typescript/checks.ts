/**
 * Prints src/generated/checks.ts and field-checks.ts: a function for every model, composed of those of src/parse/check.ts.
 * Plain JavaScript: no `eval`, no zod, nothing copied. It fails on a kind of node that it does not know.
 */
import * as helpers from "../../../src/parse/check.js";
import type { Field, Library, Model, Node, OpenUnion } from "../read/library.js";
import { recursiveModels } from "../read/recursive-models.js";

/** The function that checks a value without a name. */
const checks: Readonly<Record<string, string>> = {
  string: "string",
  id: "nonEmptyString",
  timestamp: "timestamp",
  date: "string",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  object: "anyObject",
  array: "array",
  "number or string": "numberOrString",
  "string or number": "numberOrString",
  "number or timestamp": "numberOrTimestamp",
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

/** The checks of the payloads and of the envelope; `nameOf` says which function is a payload's. */
export function printChecks(library: Library): { text: string; nameOf: (payload: string) => string } {
  const printed = nothingPrinted(library);
  for (const { payload } of library.events) functionOf(payload, printed);
  functionOf("WebhookEnvelope", printed);
  return { text: printFunctions(printed), nameOf: (payload) => printed.functions.get(payload)! };
}

/** The checks of what a field holds: a user asks for them, parsing does not. */
export function printFieldChecks(library: Library): string {
  const printed = nothingPrinted(library);
  const { members } = library.models.get("FieldValue")!.shape as OpenUnion;
  const entries = members.map(({ value, name }) => `  ${value}: ${functionOf(name, printed)},\n`);
  return [
    `import type { FieldDataType } from "./types.js";`,
    printFunctions(printed),
    `/** The check of each known kind of field data. Its \`type\` is not checked again. */\nexport const fieldChecks: Readonly<Record<FieldDataType, Check>> = {\n${entries.join("")}};`,
  ].join("\n");
}

function nothingPrinted(library: Library): Printed {
  return { library, recursive: recursiveModels(library.models), functions: new Map(), bodies: new Map() };
}

function printFunctions({ bodies }: Printed): string {
  const functions = [...bodies].map(([body, name]) => `export const ${name} = ${body};\n`).join("\n");
  const imported = Object.keys(helpers).filter((name) => new RegExp(`\\b${name}\\b`).test(functions));
  return [
    `import {\n${["type Check", "type Issue", ...imported].map((name) => `  ${name},\n`).join("")}} from "../parse/check.js";`,
    `import type { JsonObject } from "../json/object.js";`,
    "",
    functions,
  ].join("\n");
}

/** The name of a model's function, printed on first use. */
function functionOf(name: string, printed: Printed): string {
  const known = printed.functions.get(name);
  if (known) return known;
  // Set before it is printed, because a model can hold itself.
  printed.functions.set(name, `check${name}`);
  const body = printBody(printed.library.models.get(name)!, printed);
  if (!printed.bodies.has(body)) printed.bodies.set(body, `check${name}`);
  printed.functions.set(name, printed.bodies.get(body)!);
  return printed.bodies.get(body)!;
}

/** The parameters and the body of a model's function. */
function printBody(model: Model, printed: Printed): string {
  const { name, shape } = model;
  if (shape.kind !== "object") throw new Error(`${name}: only an object has a check of its own`);
  const recursive = printed.recursive.has(name);
  const isEvent = printed.library.events.some(({ payload }) => payload === name);
  const issues = [
    ...(recursive ? ["withinDepth(own, depth)"] : []),
    ...shape.fields.flatMap((field) => printField(field, model, printed) ?? []),
    ...(isEvent ? ["bare(own.payload)"] : []),
  ];
  const parameters = `own: JsonObject${recursive ? ", depth: number" : ""}`;
  return `(${parameters}): Issue | undefined =>\n  ${issues.join(" ||\n  ")}`;
}

/** Undefined for a field that can be anything, and for one that has already identified the object. */
function printField({ key, optional, nullable, node }: Field, model: Model, printed: Printed): string | undefined {
  const value = unnamed(node, printed);
  if (value.kind === "unknown") return undefined;
  if (value.kind === "literal") {
    if (key === identifyingKey(model.name, printed.library)) return undefined;
    throw new Error(`${model.name}.${key}: only what identifies an event or a member of a union can be a literal`);
  }
  const own = `own.${key}`;
  const allowed = optional ? [] : [nullable ? "NULLABLE" : "REQUIRED"];
  if (value.kind === "model") return call("object", own, ...modelArguments(value.name, allowed, model, printed));
  return printItemsCheck(value, own, allowed, model, printed) ?? call(checkOf(value, model), own, ...allowed);
}

/** A named value is checked in place, like one without a name. */
function unnamed(node: Node, { library }: Printed): Node {
  const shape = node.kind === "model" ? library.models.get(node.name)!.shape : undefined;
  if (shape?.kind === "openUnion") return { kind: "unknown" };
  return shape?.kind === "value" ? shape.node : node;
}

/** The key whose value says what an object is; undefined if its holder knows. */
function identifyingKey(name: string, { events, models }: Library): string | undefined {
  const event = events.find(({ payload }) => payload === name);
  if (event) return event.progress === undefined ? "type" : "progress";
  const isMember = ({ shape }: Model) => shape.kind === "openUnion" && shape.members.some((one) => one.name === name);
  const union = [...models.values()].find(isMember);
  return (union?.shape as OpenUnion | undefined)?.discriminator;
}

/** The check of an array or a map with what it holds; undefined if it can hold anything, or is neither. */
function printItemsCheck(node: Node, own: string, allowed: string[], holder: Model, printed: Printed) {
  if (node.kind === "map" && node.values.kind === "model")
    return call("mapOf", own, ...modelArguments(node.values.name, allowed, holder, printed));
  if (node.kind !== "array" || node.items.kind === "unknown") return undefined;
  if (node.items.kind === "model")
    return call("arrayOf", own, ...modelArguments(node.items.name, allowed, holder, printed));
  return call("valuesOf", own, checkOf(node.items, holder), ...allowed);
}

/** The function, what is allowed in the object's place, and the depth of one that can hold the model which holds it. */
function modelArguments(name: string, allowed: string[], holder: Model, printed: Printed): string[] {
  const isDeeper = printed.recursive.has(name) && printed.recursive.has(holder.name);
  return [functionOf(name, printed), ...(isDeeper ? [allowed[0] ?? "undefined", "depth + 1"] : allowed)];
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
  return node.kind === "union" ? node.options.map(nameOf).join(" or ") : node.kind;
}
