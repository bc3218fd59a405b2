/**
 * Prints src/generated/checks.ts: a function for every model, which returns nothing for a valid value or the first
 * issue. Plain JavaScript: no `eval`, no zod, nothing copied. It fails on a kind of node that it does not know.
 */
import type { Field, Library, Model, Node, Shape } from "./read-schemas.js";

export function printChecks({ events, models }: Library): string {
  const printer = checkPrinter(models);
  const payloadChecks = events.map(
    ({ eventType, payload }) => `  ${eventType}: ${printer.functionFor(model(payload))},`,
  );
  const envelopeCheck = printer.functionFor(model("WebhookEnvelope"));
  const used = printer.print();
  const helpers = ["at", "fail", "ownObject", "tooDeep"].filter((helper) => new RegExp(`\\b${helper}\\(`).test(used));
  return [
    `import { type Check, type Issue, ${[...helpers, "MAX_DEPTH"].sort().join(", ")} } from "../check.js";`,
    `import type { EventType } from "./types.js";`,
    "",
    used,
    `/** The check of each event's payload. */\nexport const payloadChecks: Readonly<Record<EventType, Check>> = {\n${payloadChecks.join("\n")}\n};`,
    `\n/** The check of what is around a payload. */\nexport const envelopeCheck: Check = ${envelopeCheck};`,
  ].join("\n");
}

function model(name: string): Node {
  return { kind: "model", name };
}

function checkPrinter(models: ReadonlyMap<string, Model>) {
  const functions = new Map<string, string>();
  const patterns = new Map<string, string>();
  const recursive = new Set([...models.keys()].filter((name) => reaches(models, name, name)));
  /** The models with a form whose members are all optional: one function checks both. */
  const twofold = new Set([...models.values()].flatMap(({ partialOf }) => partialOf ?? []));

  return { functionFor, print };

  function print(): string {
    const constants = [...patterns].map(([pattern, name]) => `const ${name} =\n  ${pattern};\n`);
    return [...constants, ...functions.values()].join("\n");
  }

  /** The name of the function that checks a node which no expression can check, printed on first use. */
  function functionFor(node: Node): string {
    const name = functionName(node);
    if (!functions.has(name)) {
      functions.set(name, "");
      functions.set(name, printFunction(name, node));
    }
    return name;
  }

  function functionName(node: Node): string {
    switch (node.kind) {
      case "model":
        return `check${models.get(node.name)!.partialOf ?? node.name}`;
      case "array":
        return `${functionName(node.items)}Array`;
      case "map":
        return `${functionName(node.values)}Map`;
      default:
        if (node.kind === "string" && expectedOf(node) === "string") return "checkString";
        if (node.kind === "object" || node.kind === "unknown") return `check${node.kind}`;
        throw new Error(`no function checks a lone ${node.kind}`);
    }
  }

  function printFunction(name: string, node: Node): string {
    const parameters = [
      "value: unknown",
      ...(isTwofold(node) ? ["partial: boolean"] : []),
      ...(isRecursive(node) ? ["depth: number"] : []),
    ].join(", ");
    const body = printBody(node).join("\n");
    const declared = ["member", "issue"].filter((variable) => body.includes(`${variable} = `));
    const declarations = declared.map(
      (variable) => `let ${variable}: ${variable === "issue" ? "Issue | undefined" : "unknown"};\n`,
    );
    return `function ${name}(${parameters}): Issue | undefined {\n${indent(declarations.join("") + body)}\n}\n`;
  }

  function printBody(node: Node): string[] {
    switch (node.kind) {
      case "array":
        return [
          `if (!Array.isArray(value)) return fail("array", value);`,
          ...printLoop(node.items, "let key = 0; key < value.length; key++", "value[key]", node),
          "return undefined;",
        ];
      case "map":
        return [
          "const object = ownObject(value);",
          `if (object === undefined) return fail("object", value);`,
          ...printLoop(node.values, "const key of Object.keys(object)", "object[key]", node),
          "return undefined;",
        ];
      case "model":
        return printModelBody(models.get(models.get(node.name)!.partialOf ?? node.name)!);
      default:
        throw new Error(`no function checks a lone ${node.kind}`);
    }
  }

  function printLoop(node: Node, head: string, item: string, holder: Node): string[] {
    const check = printCheck(node, "key", true, holder);
    return check ? [`for (${head}) {`, `  member = ${item};`, indent(check), "}"] : [];
  }

  function printModelBody({ name, shape }: Model): string[] {
    const holder = model(name);
    if (shape.kind === "value") throw new Error(`${name}: a named value is checked in place`);
    const bound = recursive.has(name) ? ["if (depth > MAX_DEPTH) return tooDeep(value);"] : [];
    if (shape.kind === "openUnion") {
      const cases = shape.members.map(({ value, name }) => [
        `  case ${JSON.stringify(value)}:`,
        `    return ${call(model(name), "value", holder)};`,
      ]);
      const otherwise = shape.base.kind === "unknown" ? "undefined" : call(shape.base, "value", holder);
      const last = ["  default:", `    return ${otherwise};`, "}"];
      return [...bound, `switch (ownObject(value)?.${shape.discriminator}) {`, ...cases.flat(), ...last];
    }
    return [
      ...bound,
      "const object = ownObject(value);",
      `if (object === undefined) return fail("object", value);`,
      ...shape.fields.flatMap((field) => printField(field, holder)),
      "return undefined;",
    ];
  }

  function printField({ key, optional, node }: Field, holder: Node): string[] {
    // A literal is required in a partial form too: it tells the members of a union apart.
    const exempt = !optional && node.kind !== "literal" && isTwofold(holder);
    const check = printCheck(node, JSON.stringify(key), !optional, holder, exempt);
    return check ? [`member = object.${key};`, check] : [];
  }

  /** A statement that returns the issue of `member`, if it has one; undefined where anything goes. */
  function printCheck(node: Node, key: string, required: boolean, holder: Node, exempt = false): string | undefined {
    const value = valueOf(node);
    const nullable = value.kind === "nullable";
    const inner = nullable ? value.inner : value;
    if (inner.kind === "unknown") return undefined;
    const present = required ? [] : ["member !== undefined"];
    const notNull = nullable ? ["member !== null"] : [];
    const presentInFull = exempt ? ["!(partial && member === undefined)"] : [];
    const test = invalid(inner, "member");
    if (test !== undefined) {
      const expected = nullable ? `${expectedOf(inner)} or null` : expectedOf(inner);
      const conditions = [...present, ...notNull, test, ...presentInFull];
      return `if (${conditions.join(" && ")}) return fail(${JSON.stringify(expected)}, member, ${key});`;
    }
    const failed = `(issue = ${call(inner, "member", holder)}) !== undefined`;
    return `if (${[...present, ...notNull, ...presentInFull, failed].join(" && ")}) return at(${key}, issue);`;
  }

  /** A call of a node's function, from the function of `holder`. */
  function call(node: Node, value: string, holder: Node): string {
    const within = isTwofold(holder) ? "partial" : "false";
    const partial = isTwofold(node) ? [isPartial(node) ? "true" : within] : [];
    const depth = isRecursive(node) ? [isRecursive(holder) ? nextDepth(node) : "1"] : [];
    return `${functionFor(node)}(${[value, ...partial, ...depth].join(", ")})`;
  }

  function isTwofold(node: Node): boolean {
    return referencesOf(node).some((name) => twofold.has(models.get(name)!.partialOf ?? name));
  }

  function isPartial(node: Node): boolean {
    return referencesOf(node).some((name) => models.get(name)!.partialOf !== undefined);
  }

  /** A named value is checked in place, like one without a name. */
  function valueOf(node: Node): Node {
    const shape = node.kind === "model" ? models.get(node.name)!.shape : undefined;
    return shape?.kind === "value" ? shape.node : node;
  }

  /** Only models count: an array or map is on the level of the model that holds it. */
  function nextDepth(node: Node): string {
    return node.kind === "model" ? "depth + 1" : "depth";
  }

  /** An expression that is true for an invalid value; undefined where it takes a function. */
  function invalid(node: Node, value: string): string | undefined {
    switch (node.kind) {
      case "string":
        if (node.pattern) return `(typeof ${value} !== "string" || !${patternName(node)}.test(${value}))`;
        return node.minLength === 0
          ? `typeof ${value} !== "string"`
          : `(typeof ${value} !== "string" || ${value}.length < ${node.minLength})`;
      case "number":
        return `!Number.isFinite(${value})`;
      case "integer":
        return `!Number.isInteger(${value})`;
      case "boolean":
        return `typeof ${value} !== "boolean"`;
      case "object":
        return `ownObject(${value}) === undefined`;
      case "literal":
        return node.values.map((literal) => `${value} !== ${JSON.stringify(literal)}`).join(" && ");
      case "union":
        return node.options.map((option) => scalar(option, value)).join(" && ");
      default:
        return undefined;
    }
  }

  function scalar(node: Node, value: string): string {
    const test = invalid(node, value);
    if (test === undefined) throw new Error(`the generator does not know a union with ${node.kind}`);
    return test;
  }

  function patternName({ pattern, expected }: Node & { kind: "string" }): string {
    const name = `${expected.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_")}_PATTERN`;
    patterns.set(String(pattern), name);
    return name;
  }

  function isRecursive(node: Node): boolean {
    return referencesOf(node).some((name) => recursive.has(name));
  }
}

function expectedOf(node: Node): string {
  switch (node.kind) {
    case "literal":
      return node.values.map((value) => JSON.stringify(value)).join(" or ");
    case "union":
      return node.options.map(expectedOf).join(" or ");
    default:
      return "expected" in node ? node.expected : node.kind;
  }
}

function reaches(models: ReadonlyMap<string, Model>, from: string, target: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const { shape } = models.get(from)!;
  const names = referencesOfShape(shape);
  return names.some((name) => name === target || reaches(models, name, target, seen));
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

function indent(lines: string): string {
  return lines.replaceAll(/^(?=.)/gm, "  ");
}
