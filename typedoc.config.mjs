import { entries } from "./scripts/entries.ts";

export default {
  entryPoints: Object.values(entries()),
  name: "leanix-webhook-events",
  tsconfig: "tsconfig.docs.json",
  out: "docs/api",
  readme: "README.md",
  groupOrder: ["Functions", "Classes", "Variables", "*"],
  disableSources: true,
  excludeInternal: true,
  treatWarningsAsErrors: true,
  intentionallyNotExported: ["Model", "OptionalShape"],
  validation: {
    notExported: true,
    invalidLink: true,
    notDocumented: true,
  },
  requiredToBeDocumented: ["Class", "Enum", "Function", "Interface", "Method", "TypeAlias", "Variable"],
};
