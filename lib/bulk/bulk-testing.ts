import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { events } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { aReturn, type TestSeller } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import { findBulkAct } from "@/lib/platform/bulk/find-bulk-act";
import type { Selection } from "@/lib/returns/shared/selection";
import { listRefusedItems } from "./bulk-acts";
import type { BulkRequest } from "./bulk-request";
import { runBulk } from "./returns-in-bulk";

export const NOW = new Date("2026-11-20T12:00:00Z");
export const LATER = new Date(NOW.getTime() + 1000);
export const OLD = { orderedOn: "2026-01-01", deliveredOn: "2026-01-05", now: NOW, requestedAt: NOW };
export const FRESH = { orderedOn: "2026-11-10", deliveredOn: "2026-11-15", now: NOW, requestedAt: NOW };

export const picked = (ids: readonly string[]): Selection => ({ mode: "ids", ids: [...ids] });
export const actorOf = (seller: TestSeller) => ({
  kind: "person" as const,
  id: seller.owner.id,
  name: seller.owner.name,
});

type Run = { selection: Selection; request: BulkRequest; key?: string; now?: Date };
type Answer = Awaited<ReturnType<typeof runBulk>>;

/** What a test of bulk acts asks of a database. */
export const bulkOn = (db: Db) => ({
  run: (seller: TestSeller, { selection, request, key = newId(), now = LATER }: Run): Promise<Answer> =>
    runBulk({ db, sellerId: seller.sellerId, actor: actorOf(seller), now }, { key, selection, request }),

  async outcomeOf(seller: TestSeller, answer: Answer) {
    if (!answer.ok) throw new Error(answer.refusal.code);
    const { bulkActId } = answer.value;
    return withSeller(db, seller.sellerId, async (tx) => {
      const bulkAct = await findBulkAct(tx, seller.sellerId, bulkActId);
      if (!bulkAct) throw new Error("no job");
      const refused = await listRefusedItems(tx, seller.sellerId, bulkActId, { after: -1, limit: 100 });
      return { ...bulkAct, refusals: refused.map(({ returnId, refusal }) => ({ id: returnId, code: refusal?.code })) };
    });
  },

  eventsOf: (seller: TestSeller, kind: string) =>
    withSeller(db, seller.sellerId, (tx) =>
      tx
        .select({ returnId: events.returnId, bulkActId: events.bulkActId })
        .from(events)
        .where(and(eq(events.sellerId, seller.sellerId), eq(events.kind, kind))),
    ),

  async someReturns(seller: TestSeller, channelId: string, count: number, options: object = FRESH) {
    const ids: string[] = [];
    for (let made = 0; made < count; made += 1) ids.push((await aReturn(db, seller, { channelId, ...options })).id);
    return ids;
  },
});
