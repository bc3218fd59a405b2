import { payloadSchemas } from "../../src/zod.js";
import { receiver } from "./receiver.js";

export const { accepts, parse } = receiver((eventType) => {
  const schema = payloadSchemas[eventType];
  return (payload) => schema.safeParse(payload).error?.message;
});
