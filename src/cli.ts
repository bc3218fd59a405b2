#!/usr/bin/env node
import { main } from "./cli/main.js";

process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads may stop early: `… | head`.
  if (code === "EPIPE") process.exit();
  process.stderr.write(`error: ${message}\n`);
  process.exit(2);
});

process.exitCode = await main(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  env: process.env,
  root: new URL("../", import.meta.url),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
});
