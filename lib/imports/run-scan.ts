import { and, eq, sql } from "drizzle-orm";
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
export async function runScan(db: Db, scan: Scan, run: Run): Promise<ImportCounts> {
  const { sellerId, importId, channel, onBytes, signal } = run;
  const started = performance.now();
  const tally = new Tally(await withSeller(db, sellerId, (tx) => listDone(tx, sellerId, importId)));
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

async function listDone(tx: Tx, sellerId: string, importId: string) {
  const rows = await tx
    .select({ id: importChanges.returnId, kind: importChanges.kind })
    .from(importChanges)
    .where(and(eq(importChanges.sellerId, sellerId), eq(importChanges.importId, importId)));
  return rows.map(({ id, kind }) => [id, kind] as const);
}
