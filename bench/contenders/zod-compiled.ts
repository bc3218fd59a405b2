import * as z from "zod";
import { payloadSchemas } from "../../src/zod.js";
import { receiver } from "./receiver.js";

/** Needs `new Function`. Hands a model that holds itself back as it is: fact sheets and surveys are plain zod. */
export const { accepts, parse } = receiver((eventType) => {
  const schema = z.compile(payloadSchemas[eventType]);
  return (payload) => schema.safeParse(payload).error?.message;
});
