import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, sellers } from "@/db/schema";

const columns = { at: sellers.automationPausedAt, by: sellers.automationPausedBy };

type Row = { at: Date | null; by: string | null } | undefined;
export type AutomationPause = { at: Date; by: string | null };
const pauseOf = (row: Row): AutomationPause | null => (row?.at ? { at: row.at, by: row.by } : null);

/** Since when and by whom automation is paused for a seller; null: it is on. */
export async function findAutomationPause(tx: Tx, sellerId: string): Promise<AutomationPause | null> {
  const [row] = await tx.select(columns).from(sellers).where(eq(sellers.id, sellerId));
  return pauseOf(row);
}

/** The same, held until the transaction ends: whoever pauses or resumes second waits here. */
export async function lockAutomationPause(tx: Tx, sellerId: string): Promise<AutomationPause | null> {
  const [row] = await tx.select(columns).from(sellers).where(eq(sellers.id, sellerId)).for("no key update");
  return pauseOf(row);
}

export async function setAutomationPause(tx: Tx, sellerId: string, pause: AutomationPause | null): Promise<void> {
  await tx
    .update(sellers)
    .set({ automationPausedAt: pause?.at ?? null, automationPausedBy: pause?.by ?? null })
    .where(eq(sellers.id, sellerId));
}

/** How many requests came in since an instant and are undecided, counted up to a limit. */
export async function countUndecidedSince(tx: Tx, sellerId: string, since: Date, limit: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from returns where seller_id = ${sellerId} and tab = 'authorization_required'
        and created_at >= ${since.toISOString()}::timestamptz limit ${limit}) r`);
  return row?.count ?? 0;
}

export async function listChannelIds(tx: Tx, sellerId: string): Promise<string[]> {
  const rows = await tx.select({ id: channels.id }).from(channels).where(eq(channels.sellerId, sellerId));
  return rows.map(({ id }) => id);
}
