/** Deliveries per second: node:http that reads and parses, the receiver, and the receiver that hands over to a queue. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import autocannon from "autocannon";
import { Redis } from "ioredis";
import { freePort } from "../../free-port.js";
import { ended, isMissing, printed, startRedis } from "./servers.js";
import { chart, type Measured, report } from "./throughput-report.js";

const effort = { rounds: 5, seconds: 5, connections: 20 };
const authorization = "a secret of the bench";

const queueing = "test/consumers/services/snippets/receive.ts";
const programs = {
  "node:http that reads and parses": "test/consumers/services/reads-and-parses.ts",
  "the receiver": "test/consumers/services/parse-only.ts",
  "the receiver, into a BullMQ queue": queueing,
};
const bodies = {
  "0.6 kB": readFileSync("examples/payloads/fact-sheet-tag-added.json", "utf8"),
  "6 kB": readFileSync("examples/payloads/fact-sheet-updated.json", "utf8"),
};

/** Of the last delivery. No id comes twice in the whole run: a queue that knows it already would have nothing to do. */
let id = 0;

/** Requests per second and the median time of an answer. */
async function measure(program: string, body: string, redisPort: number): Promise<Measured> {
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
      connections: effort.connections,
      duration: effort.seconds,
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

if (isMissing("redis-server")) process.exit(0);
const redis = await startRedis();
const results = Object.keys(programs).map((name) => ({
  name,
  sizes: Object.keys(bodies).map((label) => ({ label, rounds: [] as Measured[] })),
}));
// One after the other in each round: whatever slows the machine down for a while slows them all down.
for (let round = 0; round < effort.rounds; round += 1) {
  for (const [size, [label, body]] of Object.entries(bodies).entries()) {
    for (const { name, sizes } of results) {
      const measured = await measure(programs[name as keyof typeof programs], body, redis.port);
      sizes[size]!.rounds.push(measured);
      console.log(`${label}, ${name}: ${Math.round(measured.rate)} per second`);
    }
  }
}
await redis.stop();

writeFileSync("bench/RECEIVER.md", report(results, effort));
writeFileSync("bench/receiver.svg", chart(results));
