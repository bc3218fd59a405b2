import { eventCatalog } from "../generated/catalog.js";
import type { EventType } from "../generated/types.js";

export type { EventInfo } from "./event-info.js";
export { eventCatalog };

/** The event types that the vendor documents. */
export const eventTypes = /* @__PURE__ */ Object.keys(eventCatalog) as readonly EventType[];
