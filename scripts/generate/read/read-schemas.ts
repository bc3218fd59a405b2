/** Reads the zod schemas of src/ into plain data that the printers share. */
import type * as z from "zod";
import { categoryTitles } from "../../../src/catalog/category-titles.js";
import { kebabCase } from "../../../src/catalog/names.js";
import * as modules from "../../../src/events/index.js";
import { commonFields } from "../../../src/zod/models/base.js";
import { type PayloadInfo, payloads } from "../../../src/zod/models/define.js";
import { webhookEnvelope } from "../../../src/zod/models/envelope.js";
import type { EventDescription, Library } from "./library.js";
import { literalValues, readModel } from "./read-models.js";

export function readSchemas(): Library {
  const models: Library["models"] = new Map();
  const events = [...payloads].map(([schema, info]) => describeEvent(schema, info, readModel(schema, models)));
  readModel(commonFields, models);
  readModel(webhookEnvelope, models);
  return { categories: [...new Set(events.map(({ category }) => category))], events, models };
}

function describeEvent(schema: z.ZodObject, info: PayloadInfo, payload: string): EventDescription {
  const { eventType, evidence, tags, description, source } = info;
  const { type, progress } = schema.shape as Record<string, z.ZodType | undefined>;
  const [progressValue] = literalValues(progress);
  const { category, constant } = exportOf(schema, info);
  return {
    eventType,
    category,
    constant,
    title: titleOf(category),
    evidence,
    ...tags,
    description,
    source,
    wireNames: progressValue === undefined ? literalValues(type) : [],
    ...(progressValue !== undefined && { progress: progressValue }),
    payload,
    schema,
  };
}

function titleOf(category: string): string {
  const title = categoryTitles[category];
  if (title === undefined) throw new Error(`${category}: src/catalog/category-titles.ts does not name it`);
  return title;
}

/** The category whose module exports a payload, and the name under which it does. */
function exportOf(schema: z.ZodObject, { eventType }: PayloadInfo): { category: string; constant: string } {
  for (const [category, module] of Object.entries(modules))
    for (const [constant, value] of Object.entries(module))
      if (value === schema) return { category: kebabCase(category), constant };
  throw new Error(`${eventType}: no module of src/events exports it, or src/events/index.ts does not list its module`);
}
