import * as z from "zod";
import { defineModel } from "./define.js";
import { integer, knownValues, number } from "./scalars.js";

/** How complete a fact sheet is. */
export const completion = defineModel("Completion", "How complete a fact sheet, or a section of it, is.", {
  type: knownValues("SectionCompletion", "ConcreteCompletion").describe("A section, or a part without sections."),
  completion: number.describe("Share that is complete, from 0 to 1."),
  percentage: integer.describe("The share in percent."),
  weightedSum: number.optional().describe("Sum of the parts' shares, each times its weight."),
  totalWeight: number.optional().describe("Sum of the parts' weights."),
  get subCompletions(): z.ZodOptional<z.ZodRecord<z.ZodString, typeof completion>> {
    return z.record(z.string(), completion).optional().describe("The sections, by key, for example section.projects.");
  },
});
