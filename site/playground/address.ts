/** The address names an example and what is opened of it, and never holds a body. */
export const address = {
  get: (name: string) => new URLSearchParams(location.hash.slice(1)).get(name) ?? undefined,
  set(fields: Record<string, string>) {
    const hash = new URLSearchParams(fields).toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
  },
};
