import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { countOutboundTasks, type ForwarderKey, listOutboundTasks, type OutboundTask } from "@/lib/forwarder/forwarder";
import { keyPage } from "@/lib/platform/key-page";
import type { ForwarderView } from "./search-params";

const ROWS_A_PAGE = 50;

const keyOf = ({ dueSort, id }: OutboundTask): ForwarderKey => ({ at: dueSort, id });

/** One page of what has to be asked or told, in two statements. */
export function loadForwarder(sellerId: string, { tab, after, before }: ForwarderView) {
  return withSeller(db, sellerId, async (tx) => {
    const outbound = tab === "ask" ? "not_handed_over" : "on_its_way";
    const [found, counts] = await Promise.all([
      listOutboundTasks(tx, sellerId, { outbound, limit: ROWS_A_PAGE, after, before }),
      countOutboundTasks(tx, sellerId),
    ]);
    const page = keyPage<OutboundTask, ForwarderKey>(found, { after, before }, ROWS_A_PAGE);
    return {
      tasks: page.rows,
      counts,
      next: page.next && keyOf(page.next),
      previous: page.previous && keyOf(page.previous),
    };
  });
}
