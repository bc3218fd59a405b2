import { receiver } from "../../../receiver";

export const { fetch: POST } = receiver;
