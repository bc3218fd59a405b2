import { isObject } from "../../../src/json/object.js";
import { schemaOf } from "../take-along/schemas.js";
import { element } from "./elements.js";

type Schema = { [key: string]: unknown };

const MOST = 1_000;

/** The body as a tree: the arrow keys walk it, and each field says what it is. */
export async function treeOf(body: unknown, event: string): Promise<HTMLElement> {
  const root = JSON.parse(await schemaOf(event)) as Schema;
  const sentence = element("p", "Walk the tree with the arrow keys: here stands what a field means.");
  sentence.className = "sentence";
  sentence.setAttribute("role", "status");
  let made = 0;
  const tree = element("ul", ...branches(body, root));
  tree.setAttribute("role", "tree");
  tree.setAttribute("aria-label", `Fields of ${event}`);
  const [first] = items();
  if (first) first.tabIndex = 0;
  tree.addEventListener("keydown", walk);
  tree.addEventListener("focusin", ({ target }) => say(target as HTMLElement));
  tree.addEventListener("pointermove", ({ target }) =>
    say((target as HTMLElement).closest<HTMLElement>("[role=treeitem]")),
  );
  tree.addEventListener("click", ({ target }) => {
    const item = (target as HTMLElement).closest<HTMLElement>("[role=treeitem]");
    if (!item) return;
    if (item.ariaExpanded) item.ariaExpanded = String(item.ariaExpanded !== "true");
    moveTo(item);
  });
  return element("div", tree, sentence);

  function branches(value: unknown, schema: Schema | undefined): HTMLElement[] {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      if (made++ > MOST) return [];
      const of = childOf(schema, value, key);
      return [branch(key, inner, of)];
    });
  }

  function branch(key: string, value: unknown, schema: Schema | undefined): HTMLElement {
    const below = branches(value, schema);
    const label = element("span", element("b", key), " ", below.length > 0 ? "" : JSON.stringify(value));
    const item = element("li", label, ...(below.length > 0 ? [group(below)] : []));
    item.setAttribute("role", "treeitem");
    item.tabIndex = -1;
    item.dataset.sentence = `${key}: ${descriptionOf(schema) ?? "no schema names this field."}`;
    if (below.length > 0) item.ariaExpanded = "false";
    return item;
  }

  /** By what the schema says of a key, or of any item. */
  function childOf(schema: Schema | undefined, value: object, key: string): Schema | undefined {
    for (const one of alternatives(schema)) {
      const { properties, items, additionalProperties } = one as Record<string, Schema | undefined>;
      const child = Array.isArray(value) ? items : (properties?.[key] ?? additionalProperties);
      if (isObject(child)) return child as Schema;
    }
    return undefined;
  }

  function alternatives(schema: Schema | undefined): Schema[] {
    if (!schema) return [];
    const {
      $ref,
      anyOf = [],
      oneOf = [],
      allOf = [],
    } = schema as Record<string, never[] | undefined> & { $ref?: string };
    const referred = typeof $ref === "string" ? alternatives(resolve($ref)) : [];
    return [schema, ...referred, ...[...anyOf, ...oneOf, ...allOf].flatMap(alternatives)];
  }

  function resolve(reference: string): Schema {
    const path = reference.replace(/^#\/?/, "").split("/").filter(Boolean);
    return path.reduce<Schema>((inner, key) => inner[key] as Schema, root);
  }

  function descriptionOf(schema: Schema | undefined): string | undefined {
    return alternatives(schema).find(({ description }) => typeof description === "string")?.description as string;
  }

  function group(below: HTMLElement[]): HTMLElement {
    const list = element("ul", ...below);
    list.setAttribute("role", "group");
    return list;
  }

  /** Those that are not folded away. */
  function items(): HTMLElement[] {
    return [...tree.querySelectorAll<HTMLElement>("[role=treeitem]")].filter(
      (item) => !item.parentElement!.closest("[aria-expanded=false]"),
    );
  }

  function walk(event: KeyboardEvent): void {
    const item = (event.target as HTMLElement).closest<HTMLElement>("[role=treeitem]");
    if (!item) return;
    const visible = items();
    const at = visible.indexOf(item);
    const steps: Record<string, () => void> = {
      ArrowDown: () => moveTo(visible[at + 1]),
      ArrowUp: () => moveTo(visible[at - 1]),
      Home: () => moveTo(visible[0]),
      End: () => moveTo(visible.at(-1)),
      ArrowRight: () => {
        if (item.ariaExpanded === "false") item.ariaExpanded = "true";
        else if (item.ariaExpanded) moveTo(visible[at + 1]);
      },
      ArrowLeft: () => {
        if (item.ariaExpanded === "true") item.ariaExpanded = "false";
        else moveTo(item.parentElement!.closest<HTMLElement>("[role=treeitem]"));
      },
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  }

  function moveTo(item: HTMLElement | null | undefined): void {
    if (!item) return;
    for (const other of tree.querySelectorAll<HTMLElement>("[tabindex='0']")) other.tabIndex = -1;
    item.tabIndex = 0;
    item.focus();
  }

  function say(item: HTMLElement | null): void {
    const text = item?.dataset.sentence;
    if (text) sentence.textContent = text;
  }
}
