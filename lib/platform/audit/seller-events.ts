import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellerEvents } from "@/db/schema";
import { kindsNamed } from "@/lib/policy/events/seller-event-kinds";
import { type AuditFilter, byActor } from "./audit";

type Page = { after: string | null; before: string | null; limit: number };

/** What was done to the shop itself (`kind` may name a group of kinds), newest first: after (older than) an event, or the last before it. */
export async function listSellerEvents(tx: Tx, sellerId: string, filter: AuditFilter, { after, before, limit }: Page) {
  const mark = (eventId: string) =>
    sql`(select m.at, m.id from seller_events m where m.seller_id = ${sellerId} and m.id = ${eventId})`;
  const key = sql`(${sellerEvents.at}, ${sellerEvents.id})`;
  const rows = await tx
    .select({
      id: sellerEvents.id,
      kind: sellerEvents.kind,
      at: sellerEvents.at,
      actorKind: sellerEvents.actorKind,
      actorName: sellerEvents.actorName,
      subjectId: sellerEvents.subjectId,
      subjectName: sellerEvents.subjectName,
      data: sellerEvents.data,
    })
    .from(sellerEvents)
    .where(
      and(
        eq(sellerEvents.sellerId, sellerId),
        filter.kind === null ? undefined : inArray(sellerEvents.kind, kindsNamed(filter.kind)),
        byActor(sellerEvents, filter.actor),
        filter.from === null ? undefined : gte(sellerEvents.at, filter.from),
        filter.until === null ? undefined : lt(sellerEvents.at, filter.until),
        after === null ? undefined : sql`${key} < ${mark(after)}`,
        before === null ? undefined : sql`${key} > ${mark(before)}`,
      ),
    )
    .orderBy(...(before === null ? [desc(sellerEvents.at), desc(sellerEvents.id)] : [sellerEvents.at, sellerEvents.id]))
    .limit(limit);
  return before === null ? rows : rows.reverse();
}
export type SellerEventRow = Awaited<ReturnType<typeof listSellerEvents>>[number];
