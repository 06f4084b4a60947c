import { and, asc, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, events, imports, memberships, returns, type sellerEvents, users } from "@/db/schema";
import { searchKey } from "@/lib/kernel/search-key";
import type { ActorKind } from "@/lib/policy/actor";
import { eventColumns } from "../moves/event-columns";

/** A member of the team, or whoever is of another kind. */
export type AskedActor = { kind: ActorKind; id: string | null };

/** Which events: of one kind, by one actor, within instants [from, until), of returns found by a text, of one import. */
export type AuditFilter = {
  kind: string | null;
  actor: AskedActor | null;
  from: Date | null;
  until: Date | null;
  search?: string;
  importId?: string | null;
};

export type AuditPage = { after: string | null; before: string | null; limit: number };

/** So many returns that a text finds are told of at most; who wants fewer types on. */
const FOUND_AT_MOST = 500;

/** The returns that a text finds: by R- and a number that one alone, else by whatever begins like it. */
function isFound(sellerId: string, search: string): SQL | undefined {
  const key = searchKey(search);
  if (key === "") return undefined;
  const keys = /^R-\d+$/.test(key) ? sql`k.key = ${key}` : sql`k.key >= ${key} and k.key < ${`${key}\u{10FFFF}`}`;
  return sql`${events.threadId} in (
    select k.return_id from return_keys k where k.seller_id = ${sellerId} and ${keys} limit ${FOUND_AT_MOST})`;
}

/** Where in time a line of the audit stands, an event's or an import's. */
export const placeOf = (sellerId: string, id: string): SQL => sql`(
  select m.at, m.id from events m where m.seller_id = ${sellerId} and m.id = ${id}
  union all select i.created_at, i.id from imports i where i.seller_id = ${sellerId} and i.id = ${id} limit 1)`;

/** The acts of whom the audit is asked for. */
export const byActor = (table: typeof events | typeof sellerEvents, actor: AskedActor | null): SQL | undefined =>
  actor === null
    ? undefined
    : and(eq(table.actorKind, actor.kind), actor.id === null ? undefined : eq(table.actorId, actor.id));

type EventsPage = AuditPage & { isWithoutImports?: boolean };

/** What happened to all returns of a seller, newest first: after (older than) an event, or the last before it. */
export async function listAudit(
  tx: Tx,
  sellerId: string,
  filter: AuditFilter,
  { after, before, limit, isWithoutImports = false }: EventsPage,
) {
  const key = sql`(${events.at}, ${events.id})`;
  const rows = await tx
    .select({
      ...eventColumns,
      returnId: returns.id,
      number: returns.number,
      channelName: channels.name,
      marketplace: channels.marketplace,
    })
    .from(events)
    .innerJoin(returns, and(eq(returns.sellerId, events.sellerId), eq(returns.id, events.threadId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .leftJoin(imports, and(eq(imports.sellerId, events.sellerId), eq(imports.id, events.importId)))
    .where(
      and(
        eq(events.sellerId, sellerId),
        eq(events.threadKind, "return"),
        filter.kind === null ? undefined : eq(events.kind, filter.kind),
        byActor(events, filter.actor),
        isFound(sellerId, filter.search ?? ""),
        filter.importId ? eq(events.importId, filter.importId) : undefined,
        isWithoutImports ? isNull(events.importId) : undefined,
        filter.from === null ? undefined : gte(events.at, filter.from),
        filter.until === null ? undefined : lt(events.at, filter.until),
        after === null ? undefined : sql`${key} < ${placeOf(sellerId, after)}`,
        before === null ? undefined : sql`${key} > ${placeOf(sellerId, before)}`,
      ),
    )
    .orderBy(...(before === null ? [desc(events.at), desc(events.id)] : [events.at, events.id]))
    .limit(limit);
  return before === null ? rows : rows.reverse();
}
export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number];

/** The members of a seller by name, for choosing whose acts to see. */
export function listMembers(tx: Tx, sellerId: string) {
  return tx
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.sellerId, sellerId))
    .orderBy(asc(users.name), asc(users.id));
}
