/**
 * Prints src/generated/checks.ts: a function for every model, put together from those of src/check.ts. Plain
 * JavaScript: no `eval`, no zod, nothing copied. It fails on a kind of node that it does not know.
 */
import type { Field, Library, Model, Node, Shape } from "./read-schemas.js";

export function printChecks({ events, models }: Library): string {
  const printer = checkPrinter(models);
  const payloadChecks = events.map(({ eventType, payload }) => `  ${eventType}: ${printer.functionFor(payload)},`);
  const envelopeCheck = printer.functionFor("WebhookEnvelope");
  const functions = printer.print();
  return [
    `import {\n  type Check,\n  type Issue,\n${printer
      .helpers()
      .map((name) => `  ${name},\n`)
      .join("")}} from "../check.js";`,
    `import type { EventType } from "./types.js";`,
    "",
    functions,
    `/** The check of each event's payload. */\nexport const payloadChecks: Readonly<Record<EventType, Check>> = {\n${payloadChecks.join("\n")}\n};`,
    `\n/** The check of what is around a payload. */\nexport const envelopeCheck: Check = ${envelopeCheck};`,
  ].join("\n");
}

/** The function of src/check.ts that checks a scalar, by what it expects. */
const scalarChecks: Readonly<Record<string, string>> = {
  string: "string",
  "non-empty string": "nonEmptyString",
  "ISO 8601 timestamp": "timestamp",
  "ISO 8601 date": "date",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  object: "object",
  "number or string": "numberOrString",
  "string or number": "numberOrString",
  "number or ISO 8601 timestamp": "numberOrTimestamp",
};

function checkPrinter(models: ReadonlyMap<string, Model>) {
  const functions = new Map<string, string>();
  const used = new Set<string>();
  const recursive = new Set([...models.keys()].filter((name) => reaches(models, name, name)));
  /** The models with a form whose members are all optional: one function checks both. */
  const twofold = new Set([...models.values()].flatMap(({ partialOf }) => partialOf ?? []));

  return { functionFor, helpers: () => [...used].sort(), print: () => [...functions.values()].join("\n") };

  function use(helper: string): string {
    used.add(helper);
    return helper;
  }

  /** The name of a model's function, printed on first use. */
  function functionFor(name: string): string {
    const model = models.get(models.get(name)!.partialOf ?? name)!;
    const check = `check${model.name}`;
    if (!functions.has(check)) {
      functions.set(check, "");
      functions.set(check, printFunction(check, model));
    }
    return check;
  }

  function printFunction(check: string, model: Model): string {
    const { name } = model;
    const partial = twofold.has(name) ? `, partial = ${use("REQUIRED")}` : recursive.has(name) ? ", _partial = 0" : "";
    const depth = recursive.has(name) ? ", depth = 1" : "";
    const bound = recursive.has(name) ? `  if (depth > ${use("MAX_DEPTH")}) return ${use("tooDeep")}(value);\n` : "";
    return `function ${check}(value: unknown${partial}${depth}): Issue | undefined {\n${bound}${printBody(model)}\n}\n`;
  }

  function printBody(model: Model): string {
    const { shape } = model;
    if (shape.kind === "object") {
      const checks = shape.fields.flatMap((field) => printField(field, model));
      const own = `  const own = ${use("ownObject")}(value);\n  if (own === undefined) return ${use("fail")}("object", value);\n`;
      return `${own}  return (\n    ${checks.join(" ||\n    ")}\n  );`;
    }
    if (shape.kind === "value") throw new Error(`${model.name}: a named value is checked in place`);
    const partial = twofold.has(model.name) ? ", partial" : "";
    const cases = shape.members.map(
      ({ value, name }) => `    case ${JSON.stringify(value)}:\n      return ${functionFor(name)}(value${partial});`,
    );
    const { base } = shape;
    const otherwise = base.kind === "model" ? `${functionFor(base.name)}(value${partial})` : "undefined";
    const name = `${use("ownObject")}(value)?.${shape.discriminator}`;
    return `  switch (${name}) {\n${cases.join("\n")}\n    default:\n      return ${otherwise};\n  }`;
  }

  function printField({ key, optional, node }: Field, model: Model): string[] {
    const named = valueOf(node);
    const inner = named.kind === "nullable" ? named.inner : named;
    if (inner.kind === "unknown") return [];
    const member = [`own.${key}`, JSON.stringify(key)];
    // Required in a partial form too: it tells the members of a union apart.
    if (inner.kind === "literal" && inner.values.length > 2)
      throw new Error(`${model.name}.${key}: more than two literals`);
    if (inner.kind === "literal")
      return [`${use("literal")}(${[...member, ...inner.values.map((value) => JSON.stringify(value))].join(", ")})`];
    const allowed = [
      ...(optional ? [use("OPTIONAL")] : twofold.has(model.name) ? ["partial"] : []),
      ...(named.kind === "nullable" ? [use("NULLABLE")] : []),
    ];
    const [helper, ...checked] = checkOf(inner, model);
    const rest =
      checked.length > 1 && allowed.length === 0 ? [use("REQUIRED")] : allowed.length > 0 ? [allowed.join(" | ")] : [];
    return [`${use(helper)}(${[...member, ...checked.slice(0, 1), ...rest, ...checked.slice(1)].join(", ")})`];
  }

  /** The function of src/check.ts that checks a node, and the arguments that it takes beside the usual ones. */
  function checkOf(node: Node, holder: Model): [helper: string, ...checked: string[]] {
    switch (node.kind) {
      case "model":
        return ["nested", ...modelCheck(node.name, holder, "depth + 1")];
      case "array":
        return ["each", ...itemCheck(node.items, holder, "depth + 1")];
      case "map":
        return ["eachValue", ...itemCheck(node.values, holder, "depth + 1")];
      default: {
        const check = scalarChecks[expectedOf(node)];
        if (!check) throw new Error(`${holder.name}: no function checks ${expectedOf(node)}`);
        return [check];
      }
    }
  }

  function itemCheck(node: Node, holder: Model, depth: string): string[] {
    if (node.kind === "model") return modelCheck(node.name, holder, depth);
    if (node.kind === "unknown") return [use("anything")];
    if (node.kind === "object") return [use("anyObject")];
    if (node.kind === "string" && expectedOf(node) === "string") return [use("anyString")];
    throw new Error(`${holder.name}: no function checks an array of ${expectedOf(node)}`);
  }

  function modelCheck(name: string, holder: Model, depth: string): string[] {
    const { partialOf } = models.get(name)!;
    const partial = partialOf ? use("OPTIONAL") : twofold.has(holder.name) ? "partial" : use("REQUIRED");
    const deep = recursive.has(partialOf ?? name) && recursive.has(holder.name) ? [depth] : [];
    const needed = twofold.has(partialOf ?? name) && partial !== "REQUIRED";
    return [functionFor(name), ...(needed || deep.length > 0 ? [partial] : []), ...deep];
  }

  /** A named value is checked in place, like one without a name. */
  function valueOf(node: Node): Node {
    const shape = node.kind === "model" ? models.get(node.name)!.shape : undefined;
    return shape?.kind === "value" ? shape.node : node;
  }
}

function expectedOf(node: Node): string {
  if (node.kind === "union") return node.options.map(expectedOf).join(" or ");
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
