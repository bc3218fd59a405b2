/** `--quick` runs everything once, on small bodies, to see that it still runs; its numbers mean nothing and are not written. */
export const quick = process.argv.includes("--quick");
