/** Prints a handler of an event that compiles: what tells most about it, and optional fields guarded. */
import { type EventDescription, type Field, fieldsOf, type Library } from "../read/library.js";
import { fit } from "./fit.js";

/** They say what any event says. */
const common = ["type", "id", "workspaceId", "userId", "createdAt", "transactionSequenceNumber", "fsType"];
/** What names an object best comes first. */
const names = ["displayName", "name", "id", "type"];

export function printHandler(event: EventDescription, { models }: Library): string {
  const { eventType, payload } = event;
  const fields = fieldsOf(models.get(payload)!).filter(({ key }) => !common.includes(key));
  const told = fields.flatMap((field) => expressionOf(field, models) ?? []).slice(0, 2);
  return [
    'import type { WebhookEvent } from "leanix-webhook-events";',
    "",
    "export function handle({ type, payload }: WebhookEvent) {",
    `  if (type !== "${eventType}") return;`,
    ...fit("  console.log(", told, ");"),
    "}",
  ].join("\n");
}

function expressionOf({ key, node, optional, nullable }: Field, models: Library["models"]): string | undefined {
  const access = optional || nullable ? "?." : ".";
  if (node.kind === "array") return `payload.${key}${access}length${access === "?." ? " ?? 0" : ""}`;
  if (node.kind === "unknown" || node.kind === "object" || node.kind === "union") return undefined;
  if (node.kind !== "model") return guarded(`payload.${key}`, optional || nullable);
  const inner = fieldsOf(models.get(node.name)!);
  const name = names.find((one) => inner.some((field) => field.key === one && !isModel(field)));
  const field = inner.find((one) => one.key === name);
  return field && guarded(`payload.${key}${access}${name}`, optional || nullable || field.optional || field.nullable);
}

function isModel({ node }: Field): boolean {
  return node.kind === "model" || node.kind === "array";
}

function guarded(expression: string, mayBeMissing: boolean): string {
  return mayBeMissing ? `${expression} ?? "not sent"` : expression;
}
