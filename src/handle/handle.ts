import type { WebhookEvent, WebhookEventMap } from "../generated/types.js";
import { unknownReason } from "../parse/unknown-event.js";

/** A handler for every event type and for `UNKNOWN`. */
export type WebhookEventHandlers<Result = unknown> = {
  [Type in keyof WebhookEventMap]: (event: WebhookEventMap[Type]) => Result;
};

/** Handlers of some event types; an undefined one counts as absent. */
export type PartialWebhookEventHandlers = { [Type in keyof WebhookEventMap]?: WebhookEventHandlers[Type] | undefined };

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
  handlers: Handlers & {
    [Key in Exclude<keyof Handlers, keyof WebhookEventMap>]: `${Key & string} is not an event type`;
  },
): ReturnType<Extract<Handlers[keyof Handlers], (event: never) => unknown>>;
/**
 * Calls the handler of an event's type, or `otherwise` with any event that the map does not name, and returns what it
 * returns. Catches nothing.
 */
export function handleWebhookEvent<Event extends WebhookEvent, Handlers extends PartialWebhookEventHandlers, Result>(
  event: Event,
  handlers: Handlers & {
    [Key in Exclude<keyof Handlers, keyof WebhookEventMap>]: `${Key & string} is not an event type`;
  },
  otherwise: (
    event: Exclude<
      Event,
      { type: { [Type in keyof Handlers]-?: undefined extends Handlers[Type] ? never : Type }[keyof Handlers] }
    >,
  ) => Result,
): ReturnType<Extract<Handlers[keyof Handlers], (event: never) => unknown>> | Result;
export function handleWebhookEvent(
  event: WebhookEvent,
  handlers: PartialWebhookEventHandlers,
  otherwise?: (event: never) => unknown,
): unknown {
  const { type } = event;
  // Event types are in capitals, so `constructor` and the like never match. Not `Object.hasOwn`: handlers may be methods.
  if (/^[A-Z_]+$/.test(type) && handlers[type]) return handlers[type](event as never);
  if (otherwise) return otherwise(event as never);
  // An event that was added after the map was compiled: as a version that does not know it parses it.
  return (handlers as WebhookEventHandlers).UNKNOWN({
    ...event,
    type: "UNKNOWN",
    ...unknownReason(event.payload, event.envelope === undefined),
  });
}
