import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf, integerOf, textOf } from "../json/fields.js";
import type { JsonObject } from "../json/object.js";
import type { WebhookEventError } from "../parse/error.js";

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
 * integration run, a configuration, a reply to a comment, or a body that names none. The neighbours that
 * FACT_SHEET_ARCHIVED lists in `affectedFactSheetIdAndRev` were not archived and are left out. Takes an unknown event,
 * and the error of a refused body, too.
 *
 * @example
 * ```ts
 * import { factSheetsOf, parseWebhookEvent } from "leanix-webhook-events";
 *
 * const event = parseWebhookEvent('{"type":"FactSheetViewedEvent","id":1,"factSheetId":"a","workspaceId":"w","createdAt":"2026-01-01T00:00:00Z"}');
 * for (const { id, type } of factSheetsOf(event)) console.log(id, type ?? "type not sent");
 * ```
 */
export function factSheetsOf(event: WebhookEvent | WebhookEventError): FactSheetReference[] {
  const fields = fieldsOf(event.payload);
  const subject = merged([
    factSheet(fields.factSheet),
    { ...idAndRev(fields.fsIdAndRev, fields.factSheetId), type: textOf(fields.fsType) },
    factSheet(fieldsOf(fields.pollResult).factSheet),
  ]);
  if (subject) return [subject];
  return mayBeRelation(event) ? relationEnds(fields) : [];
}

/** Whether nothing says that the event is another one, which may hold a relation that it is not about. */
function mayBeRelation(event: { type?: string; eventType?: string | undefined }): boolean {
  return /^(?:RELATION_|UNKNOWN$)/.test(event.eventType ?? event.type ?? "UNKNOWN");
}

function relationEnds({ fromDetails, toDetails, relation }: JsonObject): FactSheetReference[] {
  const { fromId, typeFromFS, toId, typeToFS, displayNameToFS } = fieldsOf(relation);
  const from = merged([relationEnd(fromDetails), { id: textOf(fromId), type: textOf(typeFromFS) }]);
  const displayName = textOf(displayNameToFS);
  const to = merged([relationEnd(toDetails), { id: textOf(toId), type: textOf(typeToFS), displayName }]);
  return [from, to].filter((end) => end !== undefined);
}

/** What one place of a body says of a fact sheet. */
type Place = { [Key in keyof FactSheetReference]?: FactSheetReference[Key] | undefined };

function relationEnd(details: unknown): Place {
  const infos = fieldsOf(fieldsOf(details).factSheetInfos);
  return { ...idAndRev(infos.idAndRev), type: textOf(infos.type), displayName: textOf(infos.displayName) };
}

function idAndRev(value: unknown, otherId?: unknown): Place {
  const { id, rev } = fieldsOf(value);
  return { id: textOf(id) ?? textOf(otherId), rev: integerOf(rev) };
}

function factSheet(value: unknown): Place {
  const { id, type, rev, displayName } = fieldsOf(value);
  return { id: textOf(id), type: textOf(type), rev: integerOf(rev), displayName: textOf(displayName) };
}

/** A body may describe one fact sheet in several places; the first that says something counts. */
function merged(places: readonly Place[]): FactSheetReference | undefined {
  const id = places.find((place) => place.id !== undefined)?.id;
  if (id === undefined) return undefined;
  const same = places.filter((place) => place.id === undefined || place.id === id);
  const first = <Key extends keyof Place>(key: Key) => same.find((place) => place[key] !== undefined)?.[key];
  const [type, rev, displayName] = [first("type"), first("rev"), first("displayName")];
  return {
    id,
    ...(type !== undefined && { type }),
    ...(rev !== undefined && { rev }),
    ...(displayName !== undefined && { displayName }),
  };
}
