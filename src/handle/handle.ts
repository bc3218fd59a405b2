import type { WebhookEvent, WebhookEventMap } from "../generated/types.js";

/** A handler for every event type and for `UNKNOWN`. */
export type WebhookEventHandlers<Result = unknown> = {
  [Type in keyof WebhookEventMap]: (event: WebhookEventMap[Type]) => Result;
};

/** What the handlers of a map return. */
export type HandlerResult<Handlers> = {
  [Type in keyof Handlers]-?: NonNullable<Handlers[Type]> extends (event: never) => infer Result ? Result : never;
}[keyof Handlers];

/** The events that a map of handlers leaves. */
export type UnhandledEvent<Handlers> = WebhookEventMap[{
  [Type in keyof WebhookEventMap]: Type extends keyof Handlers
    ? undefined extends Handlers[Type]
      ? Type
      : never
    : Type;
}[keyof WebhookEventMap]];

/** Makes a misspelt event type an error that names it. */
export type OnlyEventTypes<Handlers> = {
  [Key in Exclude<keyof Handlers, keyof WebhookEventMap>]: `${Key & string} is not an event type`;
};

/**
 * Calls the handler of an event's type and returns what it returns. Catches nothing.
 *
 * Without a third parameter the map names every event type, and `UNKNOWN`: an event that a later version adds is then
 * an error of the compiler. Until it is compiled again, such an event goes to `UNKNOWN`, as before.
 *
 * @example
 * ```ts
 * import { handleWebhookEvent, type WebhookEvent } from "leanix-webhook-events";
 *
 * export function titleOf(event: WebhookEvent): string | undefined {
 *   return handleWebhookEvent(
 *     event,
 *     {
 *       FACT_SHEET_CREATED: ({ payload }) => payload.factSheet.displayName,
 *       FACT_SHEET_UPDATED: ({ payload }) => payload.factSheet.displayName,
 *     },
 *     () => undefined,
 *   );
 * }
 * ```
 */
export function handleWebhookEvent<Handlers extends WebhookEventHandlers>(
  event: WebhookEvent,
  handlers: Handlers,
): HandlerResult<Handlers>;
/**
 * Calls the handler of an event's type, or `otherwise` with any event that the map does not name, and returns what it
 * returns. Catches nothing.
 */
export function handleWebhookEvent<Handlers extends Partial<WebhookEventHandlers>, Result>(
  event: WebhookEvent,
  handlers: Handlers & OnlyEventTypes<Handlers>,
  otherwise: (event: UnhandledEvent<Handlers>) => Result,
): HandlerResult<Handlers> | Result;
export function handleWebhookEvent(
  event: WebhookEvent,
  handlers: Partial<WebhookEventHandlers>,
  otherwise?: (event: never) => unknown,
): unknown {
  const handler = Object.hasOwn(handlers, event.type) ? handlers[event.type] : undefined;
  if (handler ?? otherwise) return (handler ?? otherwise)!(event as never);
  // An event that was added after the map was compiled, as the version before had it.
  const { UNKNOWN } = handlers as WebhookEventHandlers;
  return UNKNOWN({ ...event, type: "UNKNOWN", reason: "UNKNOWN_NAME", name: event.type });
}
