/** Declarations for packages that are not installed: whatever is imported from one is anything, as a value and as a type. */
import { isBuiltin } from "node:module";
import ts from "typescript";

const anything = `interface Anything {
  <A = any, B = any, C = any>(...args: any[]): any;
  new <A = any, B = any, C = any>(...args: any[]): any;
  [name: string]: any;
}
`;

/** @param sources TypeScript that imports them. */
export function declareForeign(sources: readonly string[]): string {
  const names = new Map<string, Set<string>>();
  for (const source of sources)
    for (const statement of ts.createSourceFile("page.ts", source, ts.ScriptTarget.ESNext).statements)
      if (ts.isImportDeclaration(statement)) {
        const module = (statement.moduleSpecifier as ts.StringLiteral).text;
        if (/^\.|^leanix-webhook-events|^zod$/.test(module) || isBuiltin(module)) continue;
        const imported = names.get(module) ?? new Set();
        names.set(module, imported);
        const bindings = statement.importClause?.namedBindings;
        if (bindings && ts.isNamedImports(bindings))
          for (const { name, propertyName } of bindings.elements) imported.add((propertyName ?? name).text);
      }
  return anything + [...names].map(([module, imported]) => declarationOf(module, [...imported])).join("");
}

function declarationOf(module: string, names: readonly string[]): string {
  const exported = names.map(
    (name) => `  export const ${name}: Anything;\n  export type ${name}<A = any, B = any, C = any> = any;\n`,
  );
  return `declare module "${module}" {\n${exported.join("")}  const all: Anything;\n  export default all;\n}\n`;
}
