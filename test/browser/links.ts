import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every link of the built site leads to a file of it, and every `#` to a place in that file. */
export function checkLinks(site: string): void {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" });
  const pages = new Map(files.filter((file) => file.endsWith(".html")).map((file) => [file, read(join(site, file))]));
  const broken = [...pages].flatMap(([file, { links }]) =>
    links.filter((link) => !leadsSomewhere(file, link)).map((link) => `${file}: ${link}`),
  );
  assert.deepEqual(broken, [], "broken links");
  // One that could not be rendered is empty.
  const empty = [...pages].filter(([file, { hasHeading }]) => !hasHeading && file !== "404.html");
  assert.deepEqual(
    empty.map(([file]) => file),
    [],
    "pages without a heading",
  );
  console.log(`browser: ${pages.size} pages, no broken link or anchor`);

  function leadsSomewhere(from: string, link: string): boolean {
    const [path = "", hash = ""] = link.split("#");
    // The error page is served at any address.
    const target = path === "" ? from : join(path.startsWith("/") ? "." : dirname(from), path).replace(/^\//, "");
    const file = isFolder(join(site, target)) ? join(target, "index.html") : target;
    if (hash === "" || file.startsWith("playground")) return existsSync(join(site, file));
    return pages.get(file)?.ids.has(decodeURIComponent(hash)) ?? false;
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function read(file: string): { links: string[]; ids: Set<string>; hasHeading: boolean } {
  const html = readFileSync(file, "utf8").replaceAll(/<script\b.*?<\/script>/gs, "");
  const of = (attribute: string) =>
    [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map(([, value]) => value!.replaceAll("&amp;", "&"));
  const links = [...new Set([...of("href"), ...of("src")])].filter((link) => !/^(?:[a-z]+:|\/\/)/.test(link));
  return { links, ids: new Set(of("id")), hasHeading: html.includes("<h1") };
}
