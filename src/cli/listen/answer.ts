import type { AzureResponse } from "../../receiver/answer.js";

/** An answer, and what is printed beside its status. */
export type NotedAnswer = AzureResponse & { note?: string };
