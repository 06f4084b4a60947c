import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { listImportWorld, lockReturnsOfOrders } from "@/db/queries/import-world";
import { importChanges } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { applyBatch } from "./apply-batch";
import type { BatchContext } from "./batch-context";
import { type ImportCounts, updateImport } from "./import-rows";
import { orderBatches } from "./order-batches";
import { orderNumbersOf, planBatch } from "./plan-batch";
import type { Scan } from "./scan-files";
import { type Kind, Tally } from "./tally";

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
export async function runScan(db: Db, scan: Scan, run: Run): Promise<ImportCounts> {
  const { sellerId, importId, channel, onBytes, signal } = run;
  const started = performance.now();
  const tally = new Tally();
  await countDone(db, { sellerId, importId }, tally);
  for (const scanned of scan.files) {
    for await (const rows of orderBatches(scanned, { currency: channel.currency, onBytes, signal })) {
      await withSeller(db, sellerId, async (tx) => {
        await takeTurn(tx, sellerId, channel.id);
        await run.fence?.(tx);
        const numbers = orderNumbersOf(rows);
        await lockReturnsOfOrders(tx, sellerId, channel.id, numbers);
        const plans = planBatch(await listImportWorld(tx, sellerId, channel.id, numbers), rows, channel.timeZone);
        // Dated as it is written: what comes in after somebody selected "all" is not swept in.
        await applyBatch(tx, plans, { ...run, now: new Date(run.now.getTime() + performance.now() - started) });
        tally.add(plans);
        const progress = { ...tally.counts(scan.refused), bytesDone: run.bytesDone() };
        const isRunning = await updateImport(tx, { sellerId, importId }, "running", progress);
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
  { sellerId, importId }: Pick<Run, "sellerId" | "importId">,
  tally: Tally,
): Promise<void> {
  const { returnId, kind } = importChanges;
  for (let after: string | null = null; ; ) {
    const isNext = after ? gt(returnId, after) : undefined;
    const page: { id: string; kind: Kind }[] = await withSeller(db, sellerId, (tx) =>
      tx
        .select({ id: returnId, kind })
        .from(importChanges)
        .where(and(eq(importChanges.sellerId, sellerId), eq(importChanges.importId, importId), isNext))
        .orderBy(asc(returnId))
        .limit(PAGE),
    );
    for (const { id, kind: done } of page) tally.count(id, done);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
