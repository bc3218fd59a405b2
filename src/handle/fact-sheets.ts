import type { WebhookEvent } from "../generated/types.js";
import type { WebhookEventError } from "../parse/error.js";
import type { JsonObject } from "../parse/json-object.js";
import { fieldsOf, integerOf, textOf } from "./fields.js";

/** A fact sheet that an event is about. What the body does not say is absent. */
export interface FactSheetReference {
  /** Id of the fact sheet. */
  id: string;
  /** Type of the fact sheet, for example Application. */
  type?: string;
  /** Revision of the fact sheet. */
  rev?: number;
  /** Name of the fact sheet, including its parents' names, if any. */
  displayName?: string;
}

/**
 * The fact sheets that an event is about, from wherever its body names them.
 *
 * One for most events, both ends of a relation (from, then to; one of them if the body names no other), and none for an
 * integration run, a configuration, a reply to a comment, or a body that names none. Takes an unknown event, and the
 * error of a refused body, too.
 *
 * @example
 * ```ts
 * import { factSheetsOf, parseWebhookEvent } from "leanix-webhook-events";
 *
 * const event = parseWebhookEvent('{"type":"FactSheetViewedEvent","id":1,"factSheetId":"a","workspaceId":"w","createdAt":"2026-01-01T00:00:00Z"}');
 * for (const { id, type } of factSheetsOf(event)) console.log(id, type ?? "type not sent");
 * ```
 */
export function factSheetsOf({ payload }: WebhookEvent | WebhookEventError): FactSheetReference[] {
  const fields = fieldsOf(payload);
  const one =
    merged(factSheet(fields.factSheet), idAndRev(fields.fsIdAndRev, fields.fsType)) ??
    reference(fields.factSheetId) ??
    factSheet(fieldsOf(fields.pollResult).factSheet);
  return one ? [one] : relationEnds(fields);
}

/** A body may say one thing here and another there, of the same fact sheet. */
function merged(one?: FactSheetReference, other?: FactSheetReference): FactSheetReference | undefined {
  return one && one.id === other?.id ? { ...other, ...one } : (one ?? other);
}

function relationEnds({ fromDetails, toDetails, relation }: JsonObject): FactSheetReference[] {
  const { fromId, typeFromFS, toId, typeToFS, displayNameToFS } = fieldsOf(relation);
  const from = relationEnd(fromDetails) ?? reference(fromId, typeFromFS);
  const to = relationEnd(toDetails) ?? reference(toId, typeToFS, undefined, displayNameToFS);
  return [from, to].filter((end) => end !== undefined);
}

function relationEnd(details: unknown): FactSheetReference | undefined {
  const infos = fieldsOf(fieldsOf(details).factSheetInfos);
  return idAndRev(infos.idAndRev, infos.type, infos.displayName);
}

function idAndRev(value: unknown, type: unknown, displayName?: unknown): FactSheetReference | undefined {
  const { id, rev } = fieldsOf(value);
  return reference(id, type, rev, displayName);
}

function factSheet(value: unknown): FactSheetReference | undefined {
  const { id, type, rev, displayName } = fieldsOf(value);
  return reference(id, type, rev, displayName);
}

function reference(id: unknown, type?: unknown, rev?: unknown, displayName?: unknown): FactSheetReference | undefined {
  const found = { id: textOf(id), type: textOf(type), rev: integerOf(rev), displayName: textOf(displayName) };
  if (found.id === undefined) return undefined;
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as never;
}
