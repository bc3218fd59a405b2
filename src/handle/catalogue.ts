import { eventCatalogue } from "../generated/catalogue.js";
import type { EventType } from "../generated/types.js";

export type { EventInfo } from "./event-info.js";
export { eventCatalogue };

/** The event types that the vendor documents. */
export const eventTypes = /* @__PURE__ */ Object.keys(eventCatalogue) as readonly EventType[];
