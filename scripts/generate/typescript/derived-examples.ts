/** The two examples of each event that follow from its main one: with every optional field null, and with none. */
import type { Example } from "../../examples.js";
import { examplesFolder } from "../../examples.js";
import type { EventDescription, Field, Library } from "../read/library.js";

const variants = ["null-values", "minimal"] as const;
type Variant = (typeof variants)[number];

export function isDerived({ variant }: Example): boolean {
  return (variants as readonly string[]).includes(variant);
}

export function derivedExamples(event: EventDescription, main: Example, library: Library): Example[] {
  return variants.map((variant) => {
    const name = `${main.name}.${variant}`;
    const body = reduced(event.payload, main.body, variant, library);
    const text = `${JSON.stringify(body, null, 2)}\n`;
    return { file: `${examplesFolder}/${name}.json`, name, variant, eventType: event.eventType, text, body };
  });
}

/** The fields in the order of the main example; those that it lacks at the end. */
function reduced(model: string, body: unknown, variant: Variant, library: Library): unknown {
  const { shape } = library.models.get(model)!;
  if (shape.kind !== "object") return body;
  const given = body as Record<string, unknown>;
  const order = Object.keys(given);
  const place = ({ key }: Field) => (key in given ? order.indexOf(key) : order.length);
  const kept = shape.fields.filter(({ optional }) => variant === "null-values" || !optional);
  return Object.fromEntries(
    [...kept]
      .sort((one, other) => place(one) - place(other))
      .map((field) => [field.key, reducedField(field, given[field.key], variant, library)]),
  );
}

function reducedField(
  { optional, nullable, node }: Field,
  value: unknown,
  variant: Variant,
  library: Library,
): unknown {
  if (optional || (nullable && variant === "null-values")) return null;
  if (node.kind === "array") return [];
  return node.kind === "model" ? reduced(node.name, value, variant, library) : value;
}
