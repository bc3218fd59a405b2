#!/usr/bin/env node
import { main } from "./cli/main.js";

// Whoever reads may stop early: `… | head`.
process.stdout.on("error", () => process.exit());

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
