import * as root from "leanix-webhook-events";
import "leanix-webhook-events/drift";
import "leanix-webhook-events/examples";
import "leanix-webhook-events/log";
import "leanix-webhook-events/pull";
import * as receiver from "leanix-webhook-events/receiver";
import * as testing from "leanix-webhook-events/testing";
import { check } from "./check.mjs";

await check({ root, receiver, testing });
for (const entry of ["leanix-webhook-events/zod", "leanix-webhook-events/tags"])
  await import(entry).then(
    () => Promise.reject(new Error(`${entry} is imported, so zod is installed`)),
    ({ message }) => {
      if (!/\bzod\b/.test(message)) throw new Error(`${entry} does not say what is missing: ${message}`);
      console.log(`${entry}: ${message.split("\n")[0]}`);
    },
  );
console.log("works");
