import * as z from "zod";
import { payloadSchemas } from "../../src/zod.js";

type Named = z.ZodObject<{ type: z.ZodLiteral<string> }>;

/** Every payload that a literal `type` tells apart; the others cannot be members of a discriminated union. */
const named = Object.values(payloadSchemas).filter(
  (schema) => "type" in schema.shape && schema.shape.type instanceof z.ZodLiteral,
) as unknown as [Named, ...Named[]];

const union = z.discriminatedUnion("type", named);

export const accepts = (body: unknown) => union.safeParse(body).success;

export const parse = (json: string): unknown => union.parse(JSON.parse(json));

export const refuse = (body: unknown) => union.safeParse(body).error?.message ?? "";
