/** Which names of a body may be written. */

import { modelShapes } from "../generated/shapes.js";
import { isObject, type JsonObject } from "../json/object.js";
import { eventName } from "../json/patterns.js";
import type { UnknownEvent } from "../parse/unknown-event.js";
import type { Fields } from "./shape.js";

const MAX_LENGTH = 60;

/** `TodoCreatedEvent` or `TODO_CREATED`, as the vendor names events; undefined for a name that could be the workspace's own. */
export function vendorEventName(name: string | undefined): string | undefined {
  return name !== undefined && name.length <= MAX_LENGTH && eventName.test(name) ? name : undefined;
}

/** `MoneyValue`, as the vendor names kinds of field data. */
export function vendorFieldData(name: string): string | undefined {
  return name.length <= MAX_LENGTH && /^[A-Z][A-Za-z]*(?:Value|Select)$/.test(name) ? name : undefined;
}

/** The name of an event that no schema describes. */
export function vendorNameOf({ payload, name }: UnknownEvent): string | undefined {
  return isObject(payload) && !isNamedByWorkspace(payload) ? vendorEventName(name) : undefined;
}

/** Whether the `type` is a fact sheet's, or the name of an integration: such a payload has their keys, and no number for an id. */
export function isNamedByWorkspace(payload: JsonObject): boolean {
  return typeof payload.id === "string" || Object.keys(payload).some((key) => workspaceKeys.has(key));
}

const workspaceKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(
  ["FactSheet", "FactSheetSummary", "IntegrationRunStartedPayload", "IntegrationRunFinishedPayload"]
    .flatMap(keysOf)
    .filter((key) => key !== "type" && !keysOf("EventBase").includes(key)),
);

function keysOf(model: string): string[] {
  return Object.keys((modelShapes[model] as Fields).fields).map((key) => key.replace("?", ""));
}
