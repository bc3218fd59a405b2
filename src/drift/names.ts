/** Which names of a body may be written. */

import { isObject } from "../json/object.js";
import { eventName } from "../json/patterns.js";
import type { UnknownEvent } from "../parse/unknown-event.js";

const MAX_LENGTH = 60;

/** The shortest text that says something. */
const MIN_TEXT_LENGTH = 4;

/** `TodoCreatedEvent` or `TODO_CREATED`, as the vendor names events; undefined for a name that could be the workspace's own. */
function vendorEventName(name: string | undefined): string | undefined {
  const isVendors = name !== undefined && eventName.test(name);
  return isVendors && name.length <= MAX_LENGTH ? name : undefined;
}

/** The name of an event that no schema describes. An integration run's `type` is the integration's name, so it is not written. */
export function vendorNameOf({ payload, name }: UnknownEvent): string | undefined {
  return isObject(payload) && !("synchronizationId" in payload) ? vendorEventName(name) : undefined;
}

/** Says of the keys of a body whether they may be the vendor's: they look like it, and hold no text of the body. */
export function vendorKeys(body: readonly unknown[]): (key: string) => boolean {
  const known = new Map<string, boolean>();
  let values: ReadonlySet<unknown> | undefined;
  return (key) => {
    let isVendors = known.get(key);
    if (isVendors === undefined) {
      values ??= valuesOf(body);
      isVendors = /^[A-Za-z]\w*$/.test(key) && key.length <= MAX_LENGTH && !holdsText(key, values);
      known.set(key, isVendors);
    }
    return isVendors;
  };
}

/** All that a body holds. Without recursion, because a body can be nested deeper than the stack. */
function valuesOf(body: readonly unknown[]): ReadonlySet<unknown> {
  const values = new Set(body);
  // What is added to a set while it is walked is walked, too.
  for (const value of values)
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) values.add(part);
  return values;
}

/** Whether one of the values is a text that stands in the key. */
function holdsText(key: string, values: ReadonlySet<unknown>): boolean {
  for (let from = 0; from + MIN_TEXT_LENGTH <= key.length; from++)
    for (let to = from + MIN_TEXT_LENGTH; to <= key.length; to++) if (values.has(key.slice(from, to))) return true;
  return false;
}
