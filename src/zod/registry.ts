/** zod's registry. A project may have zod 3 for itself, and use all but the zod schemas: then an import of those says what to do. */
import * as z from "zod";

export const registry: typeof z.registry =
  z.registry ??
  (() => {
    throw new TypeError("leanix-webhook-events: the zod schemas need zod 4.1.13 or newer: npm install zod@4");
  });
