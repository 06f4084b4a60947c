import type { Db } from "@/db/client";
import type { ChannelRules } from "@/db/queries/channel-rules";
import { type KnownOrder, listImportWorld } from "@/db/queries/import-world";
import { withSeller } from "@/db/tenant";
import { orderBatches } from "./order-batches";
import { orderNumbersOf, planBatch } from "./plan-batch";
import type { Scan } from "./scan-files";
import { Tally } from "./tally";

type Check = {
  sellerId: string;
  channel: ChannelRules;
  onBytes: (bytes: number) => void;
  /** After each batch. */
  onBatch?: () => Promise<void>;
  signal?: AbortSignal | undefined;
};

/**
 * What importing scanned files would do, by the planner of the run and without its effects. What an earlier file of
 * the same import would have changed is remembered for the orders that a later file speaks of as well.
 */
export async function checkScan(db: Db, scan: Scan, check: Check): Promise<Tally> {
  const { sellerId, channel, onBytes, onBatch, signal } = check;
  const tally = new Tally();
  const changed = new Map<string, KnownOrder>();
  for (const [index, scanned] of scan.files.entries()) {
    const later = scan.files.slice(index + 1);
    for await (const rows of orderBatches(scanned, { currency: channel.currency, onBytes, signal })) {
      const numbers = orderNumbersOf(rows);
      const world = await withSeller(db, sellerId, (tx) => listImportWorld(tx, sellerId, channel.id, numbers));
      for (const number of numbers) {
        const order = changed.get(number);
        if (order) world.set(number, order);
      }
      const plans = planBatch(world, rows, channel.timeZone);
      tally.add(plans);
      for (const { after } of plans) {
        changed.delete(after.number);
        if (later.some(({ rowsOf }) => rowsOf.get(after.number) > 0)) changed.set(after.number, after);
      }
      await onBatch?.();
    }
  }
  return tally;
}
