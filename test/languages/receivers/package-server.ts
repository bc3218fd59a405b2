/** Serves the tarball's files under the path of the schemas' `$id`, because the address itself answers only after a release. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { workRoot } from "../harness/schemas.js";

/** As the pages name it. */
export const packageHost = "https://cdn.jsdelivr.net";

export async function servePackage(): Promise<{ url: string; close: () => void }> {
  const folder = unpacked();
  const server = createServer(({ url = "" }, response) => {
    const file = join(folder, normalize(url.replace(/^\/npm\/leanix-webhook-events@1\//, "/")));
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function unpacked(): string {
  const folder = join(workRoot, "package");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const command = `npm pack --ignore-scripts --silent --pack-destination '${folder}' && tar -xf '${folder}'/*.tgz -C '${folder}'`;
  const { status, stderr } = spawnSync("bash", ["-ec", command], { encoding: "utf8" });
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  return join(folder, "package");
}
