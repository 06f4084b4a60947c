import type { Db } from "@/db/client";
import type { ImportEffects } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { addEffects, foresee, NO_EFFECTS } from "./foresee";
import type { RefusedRow } from "./import-file";
import type { ImportTask } from "./import-task";
import { type KnownOrder, listImportWorld } from "./import-world";
import { orderBatches } from "./order-batches";
import { orderNumbersOf } from "./plan-batch";
import type { Scan } from "./scan-files";
import { Tally } from "./tally";

type Check = {
  sellerId: string;
  importId: string;
  now: Date;
  channel: ChannelRules;
  onBytes: (bytes: number) => void;
  /** Rows that say too little beside what is known. */
  onRefused: (rows: RefusedRow[]) => Promise<void>;
  /** After each batch. */
  onBatch?: () => Promise<void>;
  signal?: AbortSignal | undefined;
};

/**
 * What importing scanned files would do, by the planner of the run and without its effects. What an earlier file of
 * the same import would have changed is remembered for the orders that a later file speaks of as well.
 */
export async function checkScan<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
  db: Db,
  scan: Scan,
  check: Check,
): Promise<{ tally: Tally; effects: ImportEffects }> {
  const { sellerId, importId, now, channel, onBytes, onRefused, onBatch, signal } = check;
  const tally = new Tally();
  const changed = new Map<string, KnownOrder>();
  const earlier = new Map<string, Plan[]>();
  let effects = NO_EFFECTS;
  for (const [index, scanned] of scan.files.entries()) {
    const later = scan.files.slice(index + 1);
    for await (const rows of orderBatches(task, scanned, { channel, onBytes, signal })) {
      const numbers = orderNumbersOf(rows);
      const world = await withSeller(db, sellerId, (tx) => listImportWorld(tx, sellerId, channel.id, numbers));
      for (const number of numbers) {
        const order = changed.get(number);
        if (order) world.set(number, order);
      }
      const { plans, refused } = task.plan(world, rows, channel);
      tally.add(plans.flatMap(task.outcomesOf), refused.length);
      scanned.report.cancelled = (scanned.report.cancelled ?? 0) + cancelledIn(plans);
      tally.addDoubled(plans.flatMap(task.doubledIn));
      if (refused.length > 0) await onRefused(refused.map((refusal) => ({ file: scanned.file.name, refusal })));
      const before = numbers.flatMap((number) => earlier.get(number) ?? []);
      effects = addEffects(
        effects,
        await foresee(task, db, { earlier: before, plans }, { sellerId, importId, channel, now }),
      );
      for (const plan of plans) {
        const { after } = plan;
        changed.delete(after.number);
        if (!later.some(({ rowsOf }) => rowsOf.get(after.number) > 0)) continue;
        changed.set(after.number, after);
        earlier.set(after.number, [...(earlier.get(after.number) ?? []), plan]);
      }
      await onBatch?.();
    }
  }
  return { tally, effects };
}

const cancelledIn = (plans: readonly { after: KnownOrder }[]): number =>
  plans.filter(({ after }) => after.isCancelled).length;
