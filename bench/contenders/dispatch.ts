export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** What belongs to a body, by the body's own `type`: the cheapest dispatch there is, and the same for every contender. */
export function pick<Entry>(entries: Record<string, Entry>, body: unknown): Entry {
  const entry = isRecord(body) ? entries[body.type as string] : undefined;
  if (entry === undefined) throw new Error("no such event");
  return entry;
}

/** Compiles what is asked for when it is first asked for: a receiver need not pay at start-up for events that never come. */
export function lazily<Source, Compiled>(sources: Record<string, Source>, compile: (source: Source) => Compiled) {
  const compiled: Record<string, Compiled> = {};
  return (body: unknown): Compiled => {
    const type = (isRecord(body) ? body.type : undefined) as string;
    const known = compiled[type];
    if (known !== undefined) return known;
    const check = compile(pick(sources, body));
    compiled[type] = check;
    return check;
  };
}
