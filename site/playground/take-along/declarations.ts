import { pascalCase } from "../../../src/catalog/names.js";
import types from "../../../src/generated/types.ts?raw";

/** The interface of an event with all that it refers to, as the package declares them. */
export function typesOf(eventType: string): string {
  const names = new Set([`${pascalCase(eventType)}Event`]);
  const texts: string[] = [];
  for (const name of names) {
    const text = declarations.get(name);
    if (!text) continue;
    texts.push(text);
    for (const [word] of text.replaceAll(/\/\*\*.*?\*\//gs, "").matchAll(/\b[A-Z]\w+/g)) names.add(word);
  }
  return texts.join("\n\n");
}

const declarations = new Map(
  types
    .split(/\n\n(?=\/\*\*|export)/)
    .map((text) => [text.match(/^export (?:interface|type) (\w+)/m)?.[1] ?? "", text]),
);
