import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { startOfDay } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { dateSchema } from "@/lib/kernel/schemas";
import { ACTOR_KINDS } from "@/lib/policy/actor";
import type { AskedActor, AuditFilter } from "./audit";

const word = z.string().max(60).catch("").default("");
const day = dateSchema.catch("").default("");
const id = z.string().refine(isId).nullable().catch(null).default(null);

export const viewSchema = z.object({
  /** What happened to returns, or what was done to the shop itself. */
  of: z.enum(["returns", "shop"]).catch("returns").default("returns"),
  kind: word,
  actor: word,
  from: day,
  to: day,
  /** A number of a return or its order, an item, a buyer. */
  q: z.string().trim().max(200).catch("").default(""),
  import: id,
  after: id,
  before: id,
});
/** What the address of the audit page says; what means nothing there is left out. */
export type AuditView = z.output<typeof viewSchema>;

export const readView = (raw: Record<string, string | string[] | undefined>): AuditView => viewSchema.parse(raw);

/** A member's id, or a kind of actor that has no members. */
function askedActor(actor: string): AskedActor | null {
  if (isId(actor)) return { kind: "person", id: actor };
  const kind = ACTOR_KINDS.find((known) => known === actor);
  return kind ? { kind, id: null } : null;
}

/** Days count in the reader's zone, both included. */
export const filterOf = (view: AuditView, timeZone: string): AuditFilter => ({
  search: view.q,
  importId: view.import,
  kind: view.kind || null,
  actor: askedActor(view.actor),
  from: view.from ? startOfDay(view.from, timeZone) : null,
  until: view.to ? startOfDay(addDays(view.to, 1), timeZone) : null,
});

/** What a page of these events is found under. */
export const auditQuery = (view: AuditView, place: Record<string, string> = {}): string => {
  const { of, kind, actor, from, to, q } = view;
  const asked = { of: of === "shop" ? of : "", q, import: view.import ?? "", kind, actor, from, to, ...place };
  const given = Object.entries(asked).filter(([, value]) => value !== "");
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
};

export const auditHref = (view: AuditView, place?: { after: string } | { before: string }): string =>
  paths.audit + auditQuery(view, place);

export const auditCsvHref = (view: AuditView): string => paths.auditCsv + auditQuery(view);
