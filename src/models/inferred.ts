import type * as z from "zod";
import { type DeepPartialShape, deepPartialShape } from "./deep-partial.js";
import { knownValues } from "./scalars.js";

/** The shape of an event of which only the name is published: its sibling's, with nothing required but a class name, which the vendor may spell otherwise. */
export function inferredFrom<Shape extends z.core.$ZodLooseShape, const ClassName extends string>(
  sibling: Shape,
  ...classNames: ClassName[]
): Omit<DeepPartialShape<Shape>, "type"> & { type: z.ZodType<ClassName | (string & {})> } {
  const type = knownValues(...classNames).describe(
    "Name of the event; assumed, as it is not published, so any other passes.",
  );
  return { ...deepPartialShape(sibling), type };
}
