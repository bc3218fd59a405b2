/** Deliveries per second: node:http that only reads the body, the receiver, and the receiver that hands over to a queue. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import autocannon from "autocannon";
import { Redis } from "ioredis";
import { freePort } from "../../free-port.js";
import { ended, isMissing, printed, startRedis } from "./servers.js";

const SECONDS = 5;
const ROUNDS = 3;
const CONNECTIONS = 20;
const authorization = "a secret of the bench";

const queueing = "test/consumers/services/snippets/receive.ts";
const programs = {
  "`node:http` that only reads the body": "test/consumers/services/bare.ts",
  "the receiver": "test/consumers/services/parse-only.ts",
  "the receiver, which adds to a BullMQ queue": queueing,
};
const bodies = {
  "0.6 kB": readFileSync("examples/payloads/fact-sheet-tag-added.json", "utf8"),
  "6 kB": readFileSync("examples/payloads/fact-sheet-updated.json", "utf8"),
};

/** Of the last delivery. No id comes twice in the whole run: a queue that knows it already would have nothing to do. */
let id = 0;

/** Requests per second and the median time of an answer. */
async function measure(program: string, body: string, redisPort: number): Promise<{ rate: number; median: number }> {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    REDIS_PORT: String(redisPort),
    LEANIX_AUTHORIZATION: authorization,
  };
  const server = spawn(process.execPath, ["--import", "tsx", program], { env });
  try {
    await printed(server, /receiving/);
    const [before, after, ...others] = body.split(`"id": ${JSON.parse(body).id},`);
    if (after === undefined || others.length > 0) throw new Error("the id does not stand in the body once");
    const options = {
      url: `http://127.0.0.1:${port}/`,
      connections: CONNECTIONS,
      duration: SECONDS,
      method: "POST" as const,
      headers: { authorization, "content-type": "application/json" },
      requests: [
        {
          setupRequest: (request: object) => ({
            ...request,
            body: `${before}"id": ${++id},${after}`,
          }),
        },
      ],
    };
    const warmUp = await autocannon({ ...options, duration: 1 });
    const measured = await autocannon(options);
    const { requests, latency, non2xx, errors } = measured;
    if (non2xx + errors > 0) throw new Error(`${program}: ${non2xx} answers other than 2xx, ${errors} errors`);
    if (program === queueing) await expectJobs(redisPort, warmUp["2xx"] + measured["2xx"]);
    return { rate: requests.average, median: latency.p50 };
  } finally {
    await ended(server, "SIGKILL");
  }
}

/** Every delivery that was answered is a job of its own. Empties the queue. */
async function expectJobs(port: number, answered: number): Promise<void> {
  const redis = new Redis({ host: "127.0.0.1", port });
  const jobs = await redis.llen("bull:leanix:wait");
  await redis.flushall();
  redis.disconnect();
  if (jobs < answered) throw new Error(`${answered} deliveries were answered, and ${jobs} are in the queue`);
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

if (isMissing("redis-server")) process.exit(0);
const redis = await startRedis();
const lines: string[] = [];
for (const [name, program] of Object.entries(programs)) {
  const cells: string[] = [];
  for (const body of Object.values(bodies)) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(program, body, redis.port));
    cells.push(`${Math.round(middle(rounds.map(({ rate }) => rate))).toLocaleString("en")}`);
    cells.push(`${middle(rounds.map(({ median }) => median)) || "under 1"} ms`);
  }
  lines.push(`| ${name} | ${cells.join(" | ")} |`);
  console.log(lines.at(-1));
}
await redis.stop();

const { model } = cpus()[0]!;
writeFileSync(
  "bench/RECEIVER.md",
  `# Deliveries per second

Measured by \`npm run bench:receiver\` on ${model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}: the median of ${ROUNDS} runs of ${SECONDS} seconds with ${CONNECTIONS} connections. Every delivery has an id of its own, so each is a job of the queue. The client, autocannon, and Redis, with \`appendonly yes\`, run on the same machine, so the cores are shared.

| | ${Object.keys(bodies)
    .map((size) => `${size}, per second | answer, median`)
    .join(" | ")} |
| --- | ${Object.keys(bodies)
    .map(() => "---: | ---:")
    .join(" | ")} |
${lines.join("\n")}
`,
);
