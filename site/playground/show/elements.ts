/** Makes an element; what it holds is text or elements, never HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

export function byId<Type extends HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}

/** An element of a class. */
export function classed<Made extends HTMLElement>(className: string, made: Made): Made {
  made.className = className;
  return made;
}

export function button(text: string, act: () => void): HTMLButtonElement {
  const made = element("button", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Copies what `text` returns, and says so. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const made = button(label, async () => {
    await navigator.clipboard.writeText(text());
    made.textContent = "Copied";
    setTimeout(() => {
      made.textContent = label;
    }, 1500);
  });
  return made;
}

/** Folded; what it holds is made when it is opened. */
export function folded(summary: Node | string, make: () => (Node | string)[] | Promise<(Node | string)[]>) {
  const details = element("details", element("summary", summary));
  details.addEventListener("toggle", async () => details.append(...(await make())), { once: true });
  return details;
}

/** A block of text that the keyboard can scroll. */
export function scrollable(label: string, ...children: (Node | string)[]): HTMLPreElement {
  const pre = element("pre", ...children);
  pre.tabIndex = 0;
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", label);
  return pre;
}

/** A table; on a phone each cell has its column's name beside it. */
export function table(columns: string[], rows: string[][]): HTMLTableElement {
  const head = element("tr", ...columns.map((column) => Object.assign(element("th", column), { scope: "col" })));
  const body = rows.map((cells) =>
    element(
      "tr",
      ...cells.map((text, index) => {
        const cell = element("td", text);
        cell.dataset.label = columns[index]!;
        return cell;
      }),
    ),
  );
  return element("table", element("thead", head), element("tbody", ...body));
}
