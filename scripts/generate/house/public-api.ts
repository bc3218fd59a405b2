/** Prints test/public-api.txt: all that each entry exports, a line per name. Its diff is what a change means to users. */
import ts from "typescript";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  resolveJsonModule: true,
  stableTypeOrdering: true,
  types: ["node"],
};

const MAX_LENGTH = 2_000;

const printer = ts.createPrinter({ removeComments: true });

export const publicApiFile = "test/public-api.txt";

/** @param entries The source of each entry by its name. */
export function printPublicApi(entries: Readonly<Record<string, string>>): string {
  const program = ts.createProgram(Object.values(entries), options);
  const checker = program.getTypeChecker();
  const printed = new Map<ts.Symbol, string>();
  const sections = Object.entries(entries).map(([entry, path]) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path)!)!;
    const exported = checker.getExportsOfModule(module).sort((one, other) => (one.name < other.name ? -1 : 1));
    const lines = exported.map((name) => {
      const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
      const elsewhere = printed.get(symbol);
      if (elsewhere === undefined) printed.set(symbol, entry);
      return `${name.name}: ${elsewhere === undefined ? signatureOf(symbol, checker) : `as in ${elsewhere}`}`;
    });
    return [`# ${entry}`, ...lines].join("\n");
  });
  return `${sections.join("\n\n")}\n`;
}

function signatureOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const declaration = symbol.declarations![0]!;
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) return textOf(declaration);
  if (ts.isClassDeclaration(declaration)) {
    const members = declaration.members
      .filter((member) => !isInternal(member))
      .map((member) => memberOf(member, checker));
    return `class { ${members.join("; ")} }`;
  }
  return typeOf(checker.getTypeOfSymbol(symbol), checker);
}

/** A declaration on one line, without its comments. */
function textOf(declaration: ts.Declaration): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile());
  return text.replaceAll(/\s+/g, " ").replace(/^export /, "");
}

function memberOf(member: ts.ClassElement, checker: ts.TypeChecker): string {
  const isStatic = ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static;
  return `${isStatic ? "static " : ""}${member.name?.getText()}: ${typeOf(checker.getTypeAtLocation(member), checker)}`;
}

function isInternal(member: ts.ClassElement): boolean {
  const isPublic = member.name !== undefined && !ts.isPrivateIdentifier(member.name);
  return !isPublic || ts.getJSDocTags(member).some(({ tagName }) => tagName.text === "internal");
}

/** The schema of a payload is named by its kind alone: the payload's interface says the rest. */
function typeOf(type: ts.Type, checker: ts.TypeChecker): string {
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  if (name !== undefined && /^(?:Model|ZodObject)$/.test(name)) return `${name}<…>`;
  const whole = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  return whole.length > MAX_LENGTH ? checker.typeToString(type) : whole;
}
