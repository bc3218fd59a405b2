#!/usr/bin/env node
import { fstatSync } from "node:fs";
import { main } from "./cli/main.js";
import { fileWriter } from "./cli/output/file-writer.js";

const STDOUT = 1;

const output = fstatSync(STDOUT).isFile() ? fileWriter(STDOUT) : process.stdout;

output.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads may stop early: `… | head`.
  if (code === "EPIPE") process.exit();
  process.stderr.write(`error: ${message}\n`);
  process.exit(2);
});

process.exitCode = await main(process.argv.slice(2), {
  input: process.stdin,
  output,
  errors: process.stderr,
  env: process.env,
  root: new URL("../", import.meta.url),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
});
