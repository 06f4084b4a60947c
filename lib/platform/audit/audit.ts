import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, events, imports, memberships, returns, type sellerEvents, users } from "@/db/schema";
import type { ActorKind } from "@/lib/policy/actor";
import { eventColumns } from "../moves/event-columns";

/** A member of the team, or whoever is of another kind. */
export type AskedActor = { kind: ActorKind; id: string | null };

/** Which events: of one kind, by one actor, within instants [from, until). Null: whatever. */
export type AuditFilter = { kind: string | null; actor: AskedActor | null; from: Date | null; until: Date | null };

type Page = { after: string | null; before: string | null; limit: number };

/** The acts of whom the audit is asked for. */
export const byActor = (table: typeof events | typeof sellerEvents, actor: AskedActor | null): SQL | undefined =>
  actor === null
    ? undefined
    : and(eq(table.actorKind, actor.kind), actor.id === null ? undefined : eq(table.actorId, actor.id));

/** What happened to all returns of a seller, newest first: after (older than) an event, or the last before it. */
export async function listAudit(tx: Tx, sellerId: string, filter: AuditFilter, { after, before, limit }: Page) {
  const mark = (eventId: string): SQL =>
    sql`(select m.at, m.id from events m where m.seller_id = ${sellerId} and m.id = ${eventId})`;
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
        filter.from === null ? undefined : gte(events.at, filter.from),
        filter.until === null ? undefined : lt(events.at, filter.until),
        after === null ? undefined : sql`${key} < ${mark(after)}`,
        before === null ? undefined : sql`${key} > ${mark(before)}`,
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
