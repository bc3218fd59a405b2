/**
 * Runs in the callback's realm before its code, so that it has what that may replace. It returns texts, so that nothing
 * of the callback's, such as a getter or a proxy, is touched outside of the realm, where no limit of time holds.
 */
export const HARNESS = `(() => {
  const { parse, stringify } = JSON;
  return {
    deliver: (text) => {
      globalThis.data = globalThis.delivery = parse(text);
    },
    result: () => {
      const { active, payload, targetUrl, targetMethod } = delivery;
      return stringify({ active: !!active, payload, targetUrl, targetMethod });
    },
    describe: (thrown) => {
      const text = (key) => {
        const value = thrown?.[key];
        return typeof value === "string" ? value : undefined;
      };
      return stringify({ name: text("name"), message: text("message"), stack: text("stack") });
    },
  };
})()`;

/** What a callback has made of the delivery. */
export interface Result {
  active: boolean;
  payload?: unknown;
  targetUrl?: unknown;
  targetMethod?: unknown;
}

/** The texts of a thrown value. */
export interface Thrown {
  name?: string;
  message?: string;
  stack?: string;
}
