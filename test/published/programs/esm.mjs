import * as root from "leanix-webhook-events";
import * as receiver from "leanix-webhook-events/receiver";
import * as testing from "leanix-webhook-events/testing";
import * as zod from "leanix-webhook-events/zod";
import { check } from "./check.mjs";

await check({ root, receiver, testing, zod });
console.log("works");
