/** No exported name is a global's: a forgotten import would compile against the wrong one. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const libraries = dirname(fileURLToPath(import.meta.resolve("typescript")));

function globalNames(): Set<string> {
  const program = ts.createProgram(
    ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.webworker.d.ts"].map(
      (file) => `${libraries}/${file}`,
    ),
    { noLib: true, types: [] },
  );
  const names = new Set<string>();
  for (const file of program.getSourceFiles())
    ts.forEachChild(file, (node) => {
      if (ts.isVariableStatement(node))
        for (const { name } of node.declarationList.declarations) names.add(name.getText(file));
      else if ("name" in node) names.add((node.name as ts.Identifier).getText(file));
    });
  return names;
}

test("no exported name is that of a global", () => {
  const globals = globalNames();
  const entry = "src/index.ts";
  const program = ts.createProgram([entry], { module: ts.ModuleKind.NodeNext, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
  const exported = checker.getExportsOfModule(symbol).map(({ name }) => name);

  expect(globals).toContain("Document");
  expect(exported).toContain("WebhookEvent");
  expect(exported.filter((name) => globals.has(name))).toEqual([]);
});
