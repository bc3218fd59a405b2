import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Row, rowOf } from "../harness/row.js";
import { workRoot } from "../harness/schemas.js";
import { packageHost } from "./package-server.js";
import { stepsOf } from "./page.js";
import { ended, run } from "./process.js";

/** What every page fetches is there. The pages with a receiver are run as a whole besides. */
export async function checkDownloads(packageUrl: string): Promise<Row> {
  const folder = join(workRoot, "downloads");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const problems: string[] = [];
  for (const page of readdirSync("docs/languages")) {
    const commands = stepsOf(page).flatMap((step) => ("command" in step ? step.command.split("\n") : []));
    for (const command of commands.filter((line) => line.includes(packageHost))) {
      const status = await ended(run(command.replaceAll(packageHost, packageUrl), folder));
      if (status !== 0) problems.push(`docs/languages/${page}: ${command} ends with ${status}`);
    }
  }
  const result = problems.length > 0 ? "failed" : "the tarball has all that they fetch";
  return rowOf({ name: "All" }, { tool: "the pages", version: "" }, "", () => ({ result, problems }));
}
