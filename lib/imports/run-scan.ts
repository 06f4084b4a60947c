import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { ImportCounts } from "@/lib/policy/imports/import-report";
import { RUNNING } from "@/lib/policy/machines/import/statuses";
import type { BatchContext } from "./batch-context";
import { tellProgress } from "./import-rows";
import type { ImportTask } from "./import-task";
import { type KnownOrder, listImportWorld, lockReturnsOfOrders } from "./import-world";
import { orderBatches } from "./order-batches";
import { orderNumbersOf } from "./plan-batch";
import type { Scan } from "./scan-files";
import { Tally } from "./tally";

type Run = BatchContext & {
  onBytes: (bytes: number) => void;
  bytesDone: () => number;
  /** Throws, inside the batch's transaction, when somebody else has taken over. */
  fence?: ((tx: Tx) => Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
};

/** Whoever imports into a channel takes turns, batch by batch: two at once never make the same return twice. */
const takeTurn = (tx: Tx, sellerId: string, channelId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import:${sellerId}:${channelId}`}, 0))`);

/**
 * Carries out an import that is `running`, one transaction a batch: facts, counts and progress stand or fall
 * together. Safe to start again from the beginning: what stands already is found and not counted as unchanged.
 */
export async function runScan<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
  db: Db,
  scan: Scan,
  run: Run,
): Promise<ImportCounts> {
  const { sellerId, importId, channel, onBytes, signal } = run;
  const started = performance.now();
  const tally = new Tally();
  await countDone(db, task, { sellerId, importId }, tally);
  for (const scanned of scan.files) {
    for await (const rows of orderBatches(task, scanned, { channel, onBytes, signal })) {
      await withSeller(db, sellerId, async (tx) => {
        await takeTurn(tx, sellerId, channel.id);
        await run.fence?.(tx);
        const numbers = orderNumbersOf(rows);
        await lockReturnsOfOrders(tx, sellerId, channel.id, numbers);
        const world = await listImportWorld(tx, sellerId, channel.id, numbers);
        const { plans, refused } = task.plan(world, rows, channel);
        // Dated as it is written: what comes in after somebody selected "all" is not swept in.
        await task.apply(tx, plans, { ...run, now: new Date(run.now.getTime() + performance.now() - started) });
        tally.add(plans.flatMap(task.outcomesOf), refused.length);
        const progress = { ...tally.counts(scan.refused), bytesDone: run.bytesDone() };
        const isRunning = await tellProgress(tx, { sellerId, importId }, RUNNING, progress);
        if (!isRunning) throw new Error("the import is no longer running");
      });
    }
  }
  return tally.counts(scan.refused);
}

const PAGE = 5000;

/** Counts what an earlier attempt at this import has done, a page at a time. */
async function countDone(
  db: Db,
  { listDone }: Pick<ImportTask<never, never>, "listDone">,
  of: Pick<Run, "sellerId" | "importId">,
  tally: Tally,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listDone>> = await withSeller(db, of.sellerId, (tx) =>
      listDone(tx, of, after, PAGE),
    );
    tally.add(page, 0);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
