import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { isForeignGenerated, readRma } from "@/lib/policy/machines/return/rma";
import { findReturnByRma, findRmaSubject } from "./decision-facts";

export type RmaRefusal = { code: "rma_malformed" | "rma_taken" | "rma_reserved"; rma: string } | { code: "not_found" };

/**
 * Whether a seller's own RMA could be given to a return now (S1-07): well formed, not used by another return, and not
 * a number we would generate for one. The writer asks again, so that a lost race is told and not written.
 */
export function checkRma(
  { db, sellerId }: Ctx,
  { returnId, typed }: { returnId: string; typed: string },
): Promise<Result<string, RmaRefusal>> {
  return withSeller(db, sellerId, async (tx) => {
    const subject = await findRmaSubject(tx, sellerId, returnId);
    if (subject === null) return refuse({ code: "not_found" });
    const rma = readRma(typed);
    if (rma === null) return refuse({ code: "rma_malformed", rma: typed });
    if (isForeignGenerated(rma, subject, subject.format)) return refuse({ code: "rma_reserved", rma });
    const holder = await findReturnByRma(tx, sellerId, rma);
    return holder !== null && holder !== returnId ? refuse({ code: "rma_taken", rma }) : ok(rma);
  });
}
