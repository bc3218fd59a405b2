/** One page of each kind, by its address; the playground and the error page are kinds of their own. */
export const kinds: Readonly<Record<string, string>> = {
  first: "/index.html",
  start: "/start.html",
  guide: "/receiving.html",
  recipe: "/recipes/redis.html",
  symptoms: "/troubleshooting.html",
  tables: "/speed.html",
  "tables of languages": "/language-results.html",
  events: "/events/index.html",
  "large event": "/events/fact-sheet-updated.html",
  "small event": "/events/fact-sheet-viewed.html",
  "inferred event": "/events/document-deleted.html",
  API: "/reference/index.html",
  "API function": "/reference/leanix-webhook-events/functions/parseWebhookEvent.html",
  playground: "/playground/index.html",
  "no such page": "/no/such/page.html",
};
