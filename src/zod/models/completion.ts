import * as z from "zod";
import type { Completion } from "../../generated/types.js";
import { defineModel } from "./define.js";
import { limitedDepth } from "./limited-depth.js";
import { mapOf } from "./map-of.js";
import { integer, knownValues } from "./scalars.js";

/** How complete a fact sheet is. */
export const completion = limitedDepth(
  defineModel("Completion", "How complete a fact sheet, or a section of it, is.", {
    type: knownValues("SectionCompletion", "ConcreteCompletion")
      .nullish()
      .describe("A section, or a part without sections."),
    completion: z.number().nullish().describe("Share that is complete, from 0 to 1."),
    percentage: integer.nullish().describe("The share in percent."),
    weightedSum: z.number().nullish().describe("Weighted sum of the parts."),
    totalWeight: z.number().nullish().describe("Total weight of the parts."),
    get subCompletions(): z.ZodOptional<z.ZodNullable<z.ZodType<Record<string, Completion | null>>>> {
      return mapOf(completion).nullish().describe("The sections by key, for example section.projects.");
    },
  }),
);
