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

/** A block of text that the keyboard can scroll. */
export function scrollable(label: string, ...children: (Node | string)[]): HTMLPreElement {
  const pre = element("pre", ...children);
  pre.tabIndex = 0;
  pre.setAttribute("role", "region");
  pre.setAttribute("aria-label", label);
  return pre;
}

/** Copies what `text` returns, and says so. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = element("button", label);
  button.type = "button";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = label;
    }, 1500);
  });
  return button;
}
