import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface LockedPackage {
  engines?: { node?: string };
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};

/** The first release that is supported of each line: 20.19 and 22.13 are what some of the tools ask for. */
describe.each(["20.19.0", "22.13.0", "24.0.0", "26.0.0"])("on Node %s", (version) => {
  test("no locked package warns of its engine", () => {
    const unsupported = Object.entries(packages)
      .filter(([, { engines }]) => engines?.node !== undefined && !satisfies(version, engines.node))
      .map(([name, { engines }]) => `${name || "leanix-webhook-events"} wants ${engines?.node}`);
    expect(unsupported).toEqual([]);
  });
});

test("ranges are read as npm reads them", () => {
  const verdicts = [
    ["20.19.0", "^20.19.0 || >=22.12.0", true],
    ["22.11.0", "^20.19.0 || >=22.12.0", false],
    ["20.18.9", ">=20.19", false],
    ["24.0.0", ">= 0.10", true],
    ["20.19.0", ">=18.0.0 <20", false],
    ["21.0.0", "^20.0.0", false],
    ["20.2.0", "~20.1.0", false],
    ["20.2.0", "20.x || 22", true],
    ["20.19.0", "10.* || >= 12.*", true],
    ["26.0.0", "*", true],
  ] as const;
  for (const [version, range, verdict] of verdicts)
    expect([range, satisfies(version, range)]).toEqual([range, verdict]);
  expect(() => satisfies("20.19.0", "latest")).toThrow("latest");
});

type Version = readonly [number, number, number];

function satisfies(version: string, range: string): boolean {
  const actual = version.split(".").map(Number) as unknown as Version;
  return range.split("||").some((alternative) => {
    const comparators = alternative
      .trim()
      .replaceAll(/([<>=^~])\s+/g, "$1")
      .split(/\s+/);
    return comparators.every((comparator) => isWithin(actual, comparator));
  });
}

function isWithin(actual: Version, comparator: string): boolean {
  if (comparator === "*" || comparator === "") return true;
  const [, operator = "", ...parts] =
    /^(>=|<=|>|<|=|\^|~)?v?(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?$/.exec(comparator) ?? [];
  if (parts.length === 0) throw new Error(`unknown range: ${comparator}`);
  const given = parts.filter((part) => part !== undefined && /^\d/.test(part)).map(Number);
  const [major = 0, minor = 0, patch = 0] = given;
  const low: Version = [major, minor, patch];
  /** The first version after those that the given digits stand for. */
  const next: Version =
    given.length === 1 ? [major + 1, 0, 0] : given.length === 2 ? [major, minor + 1, 0] : [major, minor, patch + 1];
  switch (operator) {
    case ">=":
      return compare(actual, low) >= 0;
    case ">":
      return compare(actual, next) >= 0;
    case "<":
      return compare(actual, low) < 0;
    case "<=":
      return compare(actual, next) < 0;
    case "^":
      if (major === 0) throw new Error(`unknown range: ${comparator}`);
      return compare(actual, low) >= 0 && compare(actual, [major + 1, 0, 0]) < 0;
    case "~":
      return compare(actual, low) >= 0 && compare(actual, given.length === 1 ? next : [major, minor + 1, 0]) < 0;
    default:
      return compare(actual, low) >= 0 && compare(actual, next) < 0;
  }
}

function compare(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
