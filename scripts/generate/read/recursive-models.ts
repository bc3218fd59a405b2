import { type Model, modelsIn } from "./library.js";

/** The names of the models that can hold themselves, directly or through others. */
export function recursiveModels(models: ReadonlyMap<string, Model>): ReadonlySet<string> {
  return new Set([...models.keys()].filter((name) => modelsBelow(name, models).has(name)));
}

/** The names of the models that one refers to, directly or through others; it is one of them if it can hold itself. */
export function modelsBelow(name: string, models: ReadonlyMap<string, Model>): ReadonlySet<string> {
  const found = new Set(modelsIn(models.get(name)!));
  for (const one of found) for (const other of modelsIn(models.get(one)!)) found.add(other);
  return found;
}
