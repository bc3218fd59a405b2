import type { Model, Node, Shape } from "./library.js";

/** The names of the models that can hold themselves, directly or through others. */
export function recursiveModels(models: ReadonlyMap<string, Model>): ReadonlySet<string> {
  return new Set([...models.keys()].filter((name) => reaches(models, name, name)));
}

function reaches(models: ReadonlyMap<string, Model>, from: string, target: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return modelsOfShape(models.get(from)!.shape).some((name) => name === target || reaches(models, name, target, seen));
}

function modelsOfShape(shape: Shape): string[] {
  if (shape.kind === "object") return shape.fields.flatMap(({ node }) => modelsOf(node));
  if (shape.kind === "value") return modelsOf(shape.node);
  return [...shape.members.map(({ name }) => name), ...[shape.base ?? [], shape.objects ?? []].flat()];
}

function modelsOf(node: Node): string[] {
  if (node.kind === "model") return [node.name];
  if (node.kind === "array") return modelsOf(node.items);
  if (node.kind === "map") return modelsOf(node.values);
  return node.kind === "union" ? node.options.flatMap(modelsOf) : [];
}
