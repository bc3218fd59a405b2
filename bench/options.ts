/** Whether to see that everything runs, rather than to measure: small bodies, and each of them once. */
export const quick = process.argv.includes("--quick");
