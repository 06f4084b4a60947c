import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Result } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { draw } from "@/lib/labels/draw";
import { renderLabels } from "@/lib/labels/render-labels";
import type { Ctx } from "@/lib/platform/ctx";
import { refusalOf } from "@/lib/platform/failure";
import { insertFile } from "@/lib/platform/files/files";
import { filePath, filesFolder } from "@/lib/platform/files/store-file";
import { LostLease } from "@/lib/platform/queue/lease";
import type { Handler, Work } from "@/lib/platform/queue/work";
import { personId } from "@/lib/policy/actor";
import { DRAWN_AT_ONCE, LABEL_SIZES, PRINT_PARTS, SLIP_SIZES } from "@/lib/policy/labels/sizes";
import { SORTS } from "@/lib/returns/shared/filter";
import { selectionSchema } from "@/lib/returns/shared/selection";
import { type PrintRefusal, selectPrinted } from "./check-labels";
import * as queries from "./label-prints";

const ATTEMPTS = 3;

export const printManySchema = z.strictObject({
  /** Made by the page: however often it is sent, it is one print. */
  printId: idSchema,
  selection: selectionSchema,
  sort: z.enum(SORTS),
  parts: z.array(z.enum(PRINT_PARTS)).min(1),
  labelSize: z.enum(LABEL_SIZES).optional(),
  slipSize: z.enum(SLIP_SIZES).optional(),
});

/** Has the worker draw labels and slips of more returns than somebody would wait for (S1-16). */
export async function printMany(
  ctx: Ctx,
  { printId, selection, sort, ...options }: z.output<typeof printManySchema>,
): Promise<Result<{ printId: string }, PrintRefusal>> {
  const selected = await selectPrinted(ctx, { selection, sort });
  if (!selected.ok) return selected;
  const returnIds = selected.value;
  const { db, sellerId, actor, now } = ctx;
  const print = {
    id: printId,
    returnIds,
    options,
    total: returnIds.length,
    createdBy: personId(actor),
    createdAt: now,
  };
  await withSeller(db, sellerId, (tx) => queries.insertPrint(tx, sellerId, print));
  return ok({ printId });
}

/** The worker's part: a few at a time, so that it is seen how far it is; interrupted, it begins anew. */
export const printWork =
  (dataDir: string): Handler =>
  async (db, work) => {
    const { sellerId, id, attempt, signal } = work;
    try {
      await drawAll(db, work, dataDir);
    } catch (error) {
      if (attempt < ATTEMPTS || signal.aborted || error instanceof LostLease) throw error;
      const { code, reference } = refusalOf(error, "labels");
      await withSeller(db, sellerId, (tx) =>
        queries.updatePrint(tx, sellerId, id, { state: "failed", failure: `${code} ${reference}` }),
      );
    }
  };

async function drawAll(db: Db, { sellerId, id, signal, fence }: Work, dataDir: string): Promise<void> {
  const print = await withSeller(db, sellerId, (tx) => queries.findRunningPrint(tx, sellerId, id));
  if (!print) return;
  const { returnIds, options, createdBy } = print;
  const pdfs: Uint8Array[] = [];
  for (let start = 0; start < returnIds.length; start += DRAWN_AT_ONCE) {
    if (signal.aborted) return;
    const { pdf } = await renderLabels(
      { db, sellerId },
      { returnIds: returnIds.slice(start, start + DRAWN_AT_ONCE), ...options },
    );
    if (pdf.length > 0) pdfs.push(pdf);
    const done = Math.min(start + DRAWN_AT_ONCE, returnIds.length);
    await withSeller(db, sellerId, async (tx) => {
      await fence(tx);
      await queries.updatePrint(tx, sellerId, id, { done });
    });
  }
  if (pdfs.length === 0) throw new Error("none of the returns has anything to print");
  const bytes = await draw({ kind: "joined", pdfs });
  const path = filePath(dataDir, sellerId, id);
  await mkdir(filesFolder(dataDir, sellerId), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, bytes, { mode: 0o600 });
  await rename(`${path}.part`, path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { id, name: `labels-${returnIds.length}.pdf`, mime: "application/pdf", size: bytes.length, sha256 };
  await withSeller(db, sellerId, async (tx) => {
    await fence(tx);
    await insertFile(tx, sellerId, { ...file, uploadedBy: createdBy });
    await queries.updatePrint(tx, sellerId, id, { state: "done" });
  });
}
