import type { MarkdownRenderer } from "vitepress";

/** Files outside of docs/ that the site serves, as pages link to them, by their address on the site. */
const served: [RegExp, string][] = [
  [/^(?:\.\.\/)*(schemas\/.+\.json|examples\/.+\.json)$/, "/$1"],
  [/^(?:\.\.\/)+examples\/payloads$/, "/events/"],
  [/^(?:\.\.\/)?CONTRIBUTING\.md$/, "contributing.md"],
  [/^(?:\.\.\/)?SECURITY\.md$/, "security-policy.md"],
  [/^(?:\.\.\/)*docs\/(.+\.md)$/, "$1"],
  [/^(?:\.\.\/)*\.github\/ISSUE_TEMPLATE\/drift\.yml$/, "cli.md#drift"],
  [/^(?:\.\.\/)+security\/advisories\/new$/, "#report-a-problem"],
];

/** Lets links that work in the repository work on the site. */
export function linksOutside(md: MarkdownRenderer): void {
  const { normalizeLink } = md;
  md.normalizeLink = (link) => normalizeLink(linkOnSite(link));
}

/** A link as a page writes it, by its address on the site; one that begins with `/` stands at the top of it. */
export function linkOnSite(link: string): string {
  const [pattern, address] = served.find(([pattern]) => pattern.test(link)) ?? [];
  return pattern && address ? link.replace(pattern, address) : link;
}
