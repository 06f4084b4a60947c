import { and, eq } from "drizzle-orm";
import { channels } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Refusal, type Result } from "@/lib/kernel/result";
import { planBulk } from "@/lib/platform/bulk/run-bulk";
import type { Ctx } from "@/lib/platform/ctx";
import type { Selection } from "@/lib/returns/shared/selection";
import { listPreviewRows, type PreviewRow } from "./bulk-preview";
import { causesOf, type SkippedItem } from "./preflight";
import { refundsInBulk } from "./refunds-in-bulk";

/** How many returns of a group are listed; the counts and the sum are always exact. */
const SHOWN_AT_MOST = 100;

/** What refunding a selection as the terms suggest would come to; nothing has been written. */
export type RefundPreflight = {
  total: number;
  /** Of which channel and currency the equal cases are; null: nothing of the selection is one. */
  of: { channelId: string; channelName: string; currency: string } | null;
  ready: { count: number; amountMinor: number; items: (PreviewRow & { amountMinor: number })[] };
  /** What each comes to, as it is read here and will be told again. */
  amounts: Record<string, number>;
  decide: { count: number; causes: { refusal: Refusal; count: number }[]; items: SkippedItem<Refusal>[] };
  /** All of it together is more than this person may refund in one act. */
  overSum: Refusal | null;
  /** A refund is not taken back. */
  undoSeconds: 0;
};

/** Works out the refunds of a selection by the same plan as the run. */
export function preflightRefunds(
  { db, ...acting }: Ctx,
  { selection }: { selection: Selection },
): Promise<Result<RefundPreflight, Refusal>> {
  const { sellerId } = acting;
  return withSeller(db, sellerId, async (tx): Promise<Result<RefundPreflight, Refusal>> => {
    const none = { move: "make" as const, intent: newId(), channelId: newId(), currency: "USD", amounts: {} };
    const planned = await planBulk(tx, refundsInBulk, acting, { selection, request: none, unasked: [] });
    if (!planned.ok) return planned;
    const { plan, total } = planned.value;
    const { usual, ready, refused } = plan;
    const amounts = Object.fromEntries(ready.map(({ id, amountMinor }) => [id, amountMinor]));
    const shown = ready.slice(0, SHOWN_AT_MOST);
    const skipped = refused.slice(0, SHOWN_AT_MOST);
    const rows = await listPreviewRows(
      tx,
      sellerId,
      [...shown, ...skipped].map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const [channel] = usual
      ? await tx
          .select({ channelName: channels.name })
          .from(channels)
          .where(and(eq(channels.sellerId, sellerId), eq(channels.id, usual.channelId)))
      : [];
    const of = usual && channel ? { ...channel, channelId: usual.channelId, currency: usual.currency } : null;
    const request = { ...none, currency: usual?.currency ?? none.currency, amounts };
    const overSum = (await refundsInBulk.overSum?.(tx, { ...acting, ids: [], request })) ?? null;
    return ok({
      total,
      of,
      ready: {
        count: ready.length,
        amountMinor: ready.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        items: shown.flatMap(({ id, amountMinor }) => {
          const row = byId.get(id);
          return row ? [{ ...row, amountMinor }] : [];
        }),
      },
      amounts,
      decide: {
        count: refused.length,
        causes: causesOf(refused.map(({ refusal }) => refusal)),
        items: skipped.map(({ id, refusal }) => ({ id, refusal, row: byId.get(id) ?? null })),
      },
      overSum,
      undoSeconds: 0,
    });
  });
}
