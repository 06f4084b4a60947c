import type { z } from "zod";
import { withSeller } from "@/db/tenant";
import { lookAtClaims } from "@/lib/claims/claim-store";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import { moveReturnsIn } from "@/lib/returns/move-returns";
import { standAside } from "./unannounced";

export const correctInput = returnMachine.moves.regrade.input.extend({ returnId: idSchema });

/** Another grade for what was received, or that it was not received after all; the return follows (P-11). */
export const correctReceipt = (
  { db, sellerId, actor, now }: Ctx,
  { returnId, ...said }: z.output<typeof correctInput>,
): Promise<Result<null, Refusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, Refusal>> => {
    const request = { move: "regrade" as const, ...said };
    const { refused } = await moveReturnsIn(tx, { sellerId, ids: [returnId], request, actor, now });
    const [no] = refused;
    if (no) return refuse(no.refusal);
    await standAside(tx, sellerId, returnId);
    await lookAtClaims(tx, sellerId, [returnId], now);
    return ok(null);
  });
