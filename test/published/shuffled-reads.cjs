/** Loaded before a build: files are read in another order each time, as on a busy machine. */
const { promises } = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { setTimeout } = require("node:timers/promises");

const { readFile } = promises;
promises.readFile = async (...args) => {
  await setTimeout(100 * Math.random());
  return readFile(...args);
};
syncBuiltinESMExports();
