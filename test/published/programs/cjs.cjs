const root = require("leanix-webhook-events");
const receiver = require("leanix-webhook-events/receiver");
const testing = require("leanix-webhook-events/testing");
const zod = require("leanix-webhook-events/zod");

import("./check.mjs").then(({ check }) => check({ root, receiver, testing, zod })).then(() => console.log("works"));
