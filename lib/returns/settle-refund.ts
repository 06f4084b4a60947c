import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { parseTypedMinor } from "@/lib/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { lockReturns } from "@/lib/platform/moves/lock-returns";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import { listMoveSubjects } from "./move-subjects";
import * as queries from "./promised-refunds";

/** That a promised refund was paid, with the amount as somebody typed it. */
export const settleRefundSchema = z.strictObject({ refundId: idSchema, amount: z.string().trim().min(1).max(30) });
type SettleForm = z.infer<typeof settleRefundSchema>;

export type SettleRefusal = { code: "refund_settled" } | { code: "refund_undoable"; until: Date | null };

/**
 * Takes down that somebody has paid a promised refund where the buyer paid, and how much: Homeward moves no money.
 * Refuses `not_found`, `refund_settled` where it is not open any more, `refund_undoable` while the closing that promised
 * it can still be undone, and what is no amount of its currency.
 */
export const settleRefund = (
  { db, sellerId, actor, now }: Ctx,
  { refundId, amount }: SettleForm,
): Promise<Result<null, Refusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, Refusal>> => {
    const returnId = await queries.findRefundReturn(tx, sellerId, refundId);
    if (!returnId) return refuse({ code: "not_found" });
    await lockReturns(tx, sellerId, [returnId]);
    const refund = await queries.findRefund(tx, sellerId, refundId);
    if (refund?.state !== "intended") return refuse({ code: "refund_settled" });
    const [subject] = await listMoveSubjects(tx, sellerId, [returnId]);
    if (subject && returnMachine.decide("undo", { subject, input: {}, actor: actor.kind, now }).ok)
      return refuse({ code: "refund_undoable", until: subject.undoUntil });
    const { currency } = refund;
    const amountMinor = parseTypedMinor(amount, currency);
    if (amountMinor === null || amountMinor <= 0)
      return refuse({ code: "invalid", fields: { amount: ["bad_amount"] } });
    await queries.markRefundPaid(tx, sellerId, refundId, amountMinor);
    await addEvents(tx, [
      { sellerId, returnId, kind: "refund_settled", actor, now, data: { refundId, amountMinor, currency } },
    ]);
    return ok(null);
  });
