import { Converter, ReflectionKind } from "typedoc";
import { entries } from "../scripts/entries.ts";

const imports = Object.fromEntries(
  Object.entries(entries()).map(([name, source]) => [
    source.replace(/^src\/|\.ts$/g, ""),
    name === "index" ? "leanix-webhook-events" : `leanix-webhook-events/${name}`,
  ]),
);

/** Calls each module what one imports. @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
      const name = Object.keys(imports).find((source) => module.name === source || module.name.endsWith(`/${source}`));
      if (name) module.name = imports[name];
    }
  });
}
