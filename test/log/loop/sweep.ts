/** A sweep of the whole loop: `sweep.ts <log's url> <receiver's url>`. It prints a line for each delivery. */
import { accessTokens, readDeliveryLog, redeliver } from "../../../src/log.js";

const [url = "", receiver = ""] = process.argv.slice(2);
const token = accessTokens({ url, apiToken: "s3cret" });
const lost = readDeliveryLog({ url, subscriptionId: "w 1", token });
for await (const { delivery, outcome } of redeliver(lost, receiver, { authorization: "secret" }))
  console.log(`${outcome} ${delivery.eventId}`);
