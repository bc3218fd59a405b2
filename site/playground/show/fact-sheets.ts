import type { FactSheetReference } from "../../../src/handle/fact-sheets.js";
import { element } from "./elements.js";

const KEPT = "leanix-workspace";

/** The address of the workspace, such as `https://acme.leanix.net/Acme`, kept in this browser alone. */
export const workspace = {
  get: (): string => localStorage.getItem(KEPT) ?? "",
  set: (address: string): void => localStorage.setItem(KEPT, address),
};

/** Names, types and ids; with the workspace's address they are links. */
export function showFactSheets(factSheets: FactSheetReference[]): HTMLElement {
  const parts = factSheets.flatMap((factSheet, index) => [...(index > 0 ? [", "] : []), showFactSheet(factSheet)]);
  return element("span", ...parts);
}

function showFactSheet({ id, type, displayName }: FactSheetReference): Node | string {
  const text = [displayName, type && `(${type})`, id].filter(Boolean).join(" ");
  const address = workspace.get().replace(/\/+$/, "");
  if (type === undefined || !/^https:\/\/[^/\s]+(?:\/[^\s]*)?$/.test(address)) return text;
  const link = element("a", text);
  link.href = `${address}/factsheet/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
  link.target = "_blank";
  link.rel = "noreferrer";
  return link;
}
