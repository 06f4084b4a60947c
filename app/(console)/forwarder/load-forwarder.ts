import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { OUTBOUND_LIST, type OUTBOUND_TASKS, TASKS_COUNTED_AT_MOST } from "@/lib/forwarder/forwarder";

const TABS = { ask: { show: "ask" }, on_its_way: { show: "on_its_way" } } as const;

/** One page of what has to be asked or told, and how many wait in either place, in two statements. */
export function loadForwarder(sellerId: string, view: ReturnType<typeof OUTBOUND_TASKS.usual>) {
  return withSeller(db, sellerId, async (tx) => {
    const [page, counts] = await Promise.all([
      OUTBOUND_LIST.page(tx, { sellerId }, view),
      OUTBOUND_LIST.counts(tx, { sellerId }, TABS, TASKS_COUNTED_AT_MOST),
    ]);
    return { ...page, counts };
  });
}
