import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, reasons } from "@/db/schema";
import type { ReasonKind, ReasonRow } from "@/lib/policy/judging/own-reasons";

const columns = {
  kind: reasons.kind,
  code: reasons.code,
  labels: reasons.labels,
  isBuyerVisible: reasons.isBuyerVisible,
  fault: reasons.fault,
  needsPhoto: reasons.needsPhoto,
  needsComment: reasons.needsComment,
  carriesRefund: reasons.carriesRefund,
  position: reasons.position,
  isRetired: sql<boolean>`${reasons.retiredAt} is not null`,
};

/** What a seller has said of return and close reasons; merged with ours by mergedReasons. */
export const listReasons = (tx: Tx, sellerId: string, kind?: ReasonKind): Promise<ReasonRow[]> =>
  tx
    .select(columns)
    .from(reasons)
    .where(and(eq(reasons.sellerId, sellerId), kind ? eq(reasons.kind, kind) : undefined))
    .orderBy(asc(reasons.position), asc(reasons.code));

/** The same, for whoever is going to write: a second one waits here, also where there is no row yet. */
export async function lockReasons(tx: Tx, sellerId: string, kind: ReasonKind): Promise<ReasonRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`reasons:${sellerId}:${kind}`}))`);
  return listReasons(tx, sellerId, kind);
}

export type WrittenReason = Omit<ReasonRow, "isRetired"> & { id: string; retiredAt: Date | null; updatedAt: Date };

/** Writes rows by kind and code; the id of a known one stays. */
export async function upsertReasons(tx: Tx, sellerId: string, rows: readonly WrittenReason[]): Promise<void> {
  await tx
    .insert(reasons)
    .values(rows.map((row) => ({ sellerId, ...row })))
    .onConflictDoUpdate({
      target: [reasons.sellerId, reasons.kind, reasons.code],
      set: {
        labels: sql`excluded.labels`,
        isBuyerVisible: sql`excluded.is_buyer_visible`,
        fault: sql`excluded.fault`,
        needsPhoto: sql`excluded.needs_photo`,
        needsComment: sql`excluded.needs_comment`,
        carriesRefund: sql`excluded.carries_refund`,
        position: sql`excluded.position`,
        retiredAt: sql`excluded.retired_at`,
        updatedAt: sql`excluded.updated_at`,
      },
    });
}

/** The ids of all channels, whose returns a reason's fault may judge anew. */
export async function listChannelIds(tx: Tx, sellerId: string): Promise<string[]> {
  const rows = await tx.select({ id: channels.id }).from(channels).where(eq(channels.sellerId, sellerId));
  return rows.map(({ id }) => id);
}
