import { exampleBodies } from "./bodies.js";
import { baselineId, type LoadedEntrant } from "./contenders.js";

// biome-ignore lint/suspicious/noExplicitAny: a body is broken where no type would let it be
type Break = (body: any) => void;

const breaks: Record<string, Break> = {
  "id is a string": (body) => (body.id = "1"),
  "id has a fraction": (body) => (body.id = 1.5),
  "no workspaceId": (body) => delete body.workspaceId,
  "empty workspaceId": (body) => (body.workspaceId = ""),
  "no userId": (body) => delete body.userId,
  "createdAt is a date": (body) => (body.createdAt = "2025-02-11"),
  "createdAt in month 13": (body) => (body.createdAt = "2025-13-11T08:37:55.249108Z"),
};

const factSheetBreaks: Record<string, Break> = {
  "no factSheet": (body) => delete body.factSheet,
  "factSheet is a list": (body) => (body.factSheet = []),
  "fields is null": ({ factSheet }) => (factSheet.fields = null),
  "known field data is malformed": ({ factSheet }) =>
    factSheet.fields.push({ name: "release", data: { type: "StringValue", value: 7 } }),
  "field data without a type": ({ factSheet }) => factSheet.fields.push({ name: "release", data: { value: 7 } }),
  "a relation leads nowhere": ({ factSheet }) => (factSheet.relations = [{ id: "r", type: "t", fromId: "f" }]),
  "a completion within is malformed": ({ factSheet }) =>
    (factSheet.completion = {
      type: "SectionCompletion",
      completion: 1,
      percentage: 1,
      subCompletions: { a: { type: "ConcreteCompletion", completion: "1", percentage: 1 } },
    }),
};

const accepted: Record<string, Break> = {
  "unknown key": (body) => (body.tomorrow = { any: "thing" }),
  "no userId known": (body) => (body.userId = null),
  "unknown field data": (body) => body.factSheet?.fields.push({ name: "new", data: { type: "NewValue", value: 7 } }),
};

/** Throws unless every contender accepts what is valid and refuses what is not. */
export function assertAgreement(entrants: LoadedEntrant[]): void {
  for (const example of exampleBodies()) {
    const refused = example.factSheet === undefined ? breaks : { ...breaks, ...factSheetBreaks };
    for (const entrant of entrants) {
      assertVerdict(entrant, "an example", example, true);
      for (const [name, change] of Object.entries(accepted))
        assertVerdict(entrant, name, changed(example, change), true);
      if (entrant.id === baselineId) continue;
      for (const [name, change] of Object.entries(refused))
        assertVerdict(entrant, name, changed(example, change), false);
    }
  }
}

function assertVerdict(
  { name, accepts, parse, refuse }: LoadedEntrant,
  what: string,
  body: unknown,
  valid: boolean,
): void {
  const parsed = attempt(() => parse(JSON.stringify(body)));
  const explained = valid || refuse(body) !== "";
  if (accepts(body) !== valid || parsed !== valid || !explained) {
    throw new Error(`${name} ${valid ? "refuses" : "accepts"} a body: ${what}`);
  }
}

function changed(body: unknown, change: Break): unknown {
  const copy = structuredClone(body);
  change(copy);
  return copy;
}

function attempt(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
