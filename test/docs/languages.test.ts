import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dialects } from "../../src/catalog/dialects.js";

const address = "https://cdn.jsdelivr.net/npm/leanix-webhook-events@1/";
const pages = readdirSync("docs/languages").map(
  (name) => [name, readFileSync(`docs/languages/${name}`, "utf8")] as const,
);

describe.each(pages)("%s", (_, text) => {
  test("begins with the schema's own address, and each file that it fetches is published", () => {
    expect(/```sh\n(.*)/.exec(text)?.[1]).toMatch(`curl --fail`);
    const urls = [...text.matchAll(/https:\/\/cdn[^\s']+/g)].flatMap(([url]) => expanded(url));
    expect(urls.length).toBeGreaterThan(1);
    for (const url of urls) {
      expect(url).toContain(address);
      expect(existsSync(url.replace(address, "")), url).toBe(true);
    }
  });

  test("says what to answer to a body that is refused, and what Ignore errors does", () => {
    expect(text).toMatch(/2xx/);
    expect(text).toContain("*Ignore errors*");
  });
});

test.each([
  ["python.md", "python/requirements.txt", /([\w-]+)==([\d.]+)/g],
  ["go.md", "go/go.mod", /([\w./-]+)[@ ](v[\d.]+)/g],
  ["java.md", "java/pom.xml", /<artifactId>(.*)<\/artifactId>\s+<version>(.*)<\/version>/g],
  ["rust.md", "rust/Cargo.toml", /(\w+)(?:@|.*"=)([\d.]+)/g],
])("%s installs the versions that %s tests", (page, manifest, version) => {
  const versionsIn = (file: string) =>
    new Map([...readFileSync(file, "utf8").matchAll(version)].map(([, name, number]) => [name, number]));
  const tested = versionsIn(`test/languages/${manifest}`);
  const both = [...versionsIn(`docs/languages/${page}`)].filter(([name]) => tested.has(name));
  expect(both.length).toBeGreaterThan(1);
  for (const [name, number] of both) expect([name, tested.get(name)?.slice(0, number!.length)]).toEqual([name, number]);
});

test("the receivers in Python differ in their last function alone", () => {
  const coreOf = (page: string) => {
    const text = readFileSync(`docs/languages/${page}`, "utf8");
    return text.slice(text.indexOf("# Whole values"), text.indexOf("\napp = "));
  };
  expect(coreOf("python.md").length).toBeGreaterThan(3000);
  expect(coreOf("python-azure-functions.md")).toBe(coreOf("python.md"));
});

test("a schema's address is its $id", () => {
  for (const dialect of Object.keys(dialects)) {
    const schema = JSON.parse(readFileSync(`schemas/${dialect}/webhook-payload.json`, "utf8"));
    expect((schema.$id ?? schema.id).replace(/#$/, "")).toBe(`${address}schemas/${dialect}/webhook-payload.json`);
  }
});

/** As curl reads `{one,other}`. */
function expanded(url: string): string[] {
  const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(url) ?? [];
  return names ? names.split(",").map((name) => before + name + after) : [url];
}
