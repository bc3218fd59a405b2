import type { WebhookEvent } from "../generated/types.js";
import { fieldsOf, textOf } from "../json/fields.js";
import { factSheetsOf } from "./fact-sheets.js";

/** The relation or fact sheet that an event is about, with its workspace; undefined if the body names none. */
export function subjectKeyOf(event: WebhookEvent): string | undefined {
  const { workspaceId, relationId, relation } = fieldsOf(event.payload);
  const id = event.type.startsWith("RELATION_")
    ? (textOf(relationId) ?? textOf(fieldsOf(relation).id))
    : factSheetsOf(event)[0]?.id;
  return id === undefined ? undefined : `${textOf(workspaceId) ?? ""}-${id}`;
}
