/** Where a body differs from another one, by the paths of its fields. */
export interface Difference {
  path: string;
  kind: "missing" | "new" | "other type" | "other value";
  /** The value in the first body, and in the second. */
  one: string;
  other: string;
}

export interface Comparison {
  /** Whether values are compared, and not only types: then items of an array are those of the same id or name. */
  withValues: boolean;
}

interface Part {
  parent: string;
  types: Set<string>;
  value: unknown;
}

const MOST = 200;
const LONGEST = 80;

export function compare(one: unknown, other: unknown, { withValues }: Comparison): Difference[] {
  const [before, after] = [partsOf(one, withValues), partsOf(other, withValues)];
  const told = new Set<string>();
  const differences: Difference[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(path), after.get(path)];
    const kind = kindOf(was, is, withValues);
    if (kind === undefined) continue;
    // What stands below a difference is none of its own.
    const isBelow = told.has((was ?? is)!.parent);
    told.add(path);
    const isNoItem = path.endsWith("[]") && kind === "missing";
    if (!isBelow && !isNoItem) differences.push({ path, kind, one: textOf(was), other: textOf(is) });
  }
  return differences.slice(0, MOST);
}

function kindOf(was: Part | undefined, is: Part | undefined, withValues: boolean): Difference["kind"] | undefined {
  if (!is) return "missing";
  if (!was) return "new";
  if ([...is.types].some((type) => !was.types.has(type))) return "other type";
  const isLeaf = typeof is.value !== "object" || is.value === null;
  return withValues && isLeaf && was.value !== is.value ? "other value" : undefined;
}

/** Each part of a body by its path, those around others first. */
function partsOf(body: unknown, withValues: boolean): Map<string, Part> {
  const parts = new Map<string, Part>();
  add(body, "", "");
  parts.delete("");
  return parts;

  function add(value: unknown, path: string, parent: string): void {
    const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    const part = parts.get(path);
    if (part) part.types.add(type);
    else parts.set(path, { parent, types: new Set([type]), value });
    if (Array.isArray(value)) {
      const names = withValues ? namesOf(value) : [];
      for (const [index, item] of value.entries()) add(item, `${path}[${names[index] ?? ""}]`, path);
    } else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) add(inner, path === "" ? key : `${path}.${key}`, path);
  }
}

/** What items of an array are called, by which they are found in another array. */
function namesOf(items: unknown[]): string[] {
  for (const key of ["id", "name"]) {
    const names = items.map((item) => (item as Record<string, unknown> | null)?.[key]);
    if (names.every((name) => typeof name === "string") && new Set(names).size === names.length)
      return names as string[];
  }
  return items.map((_, index) => String(index));
}

function textOf(part: Part | undefined): string {
  if (!part) return "";
  const text = JSON.stringify(part.value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
