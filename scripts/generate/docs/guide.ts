/** The order of the guide, by what a visitor wants. The site's sidebar and llms.txt follow it. */
import { readdirSync } from "node:fs";

/** Several pages of a kind, below the page that leads to them. */
export interface Folder {
  title: string;
  folder: string;
  leads: string;
  /** These come first; the others follow by name. */
  first?: readonly string[];
}

/** A page is named by its file in docs, without the ending. */
export const guide: Readonly<Record<string, readonly (string | Folder)[]>> = {
  Start: ["start", "leanix", "how-it-works"],
  Handle: ["events-and-narrowing", "errors", "field-values", "order", "zod", "standard-schema"],
  Run: [
    "receiving",
    {
      title: "Platforms",
      folder: "platforms",
      leads: "receiving",
      first: ["azure-functions", "aws-lambda", "cloudflare-workers", "docker", "express", "fastify", "next", "hono"],
    },
    "validators",
    { title: "Gateways", folder: "gateways", leads: "receiving" },
    {
      title: "Recipes",
      folder: "recipes",
      leads: "order",
      // What remembers first, then what queues.
      first: ["sqlite", "redis", "postgresql", "dynamodb", "powertools-idempotency", "bullmq", "sqs-fifo"],
    },
    "settings",
    "security",
    "limits",
    "monitoring",
    "troubleshooting",
    "after-an-outage",
  ],
  Tools: ["cli", "testing", "callbacks", "pull", "ecosystem"],
  "Other languages": ["languages", { title: "Languages", folder: "languages", leads: "languages" }, "language-results"],
  About: ["evidence", "schema-compatibility", "speed", "measurements", "by-hand", "contributing", "security-policy"],
};

/** The pages of a folder in their order. */
export function pagesIn({ folder, first = [] }: Folder, docs: string): string[] {
  const files = readdirSync(`${docs}/${folder}`).filter((file) => file.endsWith(".md"));
  const names = files.map((file) => file.replace(/\.md$/, "")).sort();
  return [...new Set([...first, ...names])].map((name) => `${folder}/${name}`);
}

/** All pages of a section, those of folders too. */
export function pagesOf(section: string, docs: string): string[] {
  return guide[section]!.flatMap((page) => (typeof page === "string" ? page : pagesIn(page, docs)));
}
