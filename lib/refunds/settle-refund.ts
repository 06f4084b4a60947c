import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { minorToDecimal, parseTypedMinor } from "@/lib/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import { listMoveSubjects } from "@/lib/returns/move-subjects";
import { findRefundBasis } from "@/lib/returns/refund-basis";
import { keepParts, lockPayments, partsOf } from "./hold-payment";
import { lockRefund, moveRefundIn } from "./move-refund";

/** That a promised refund was paid, with the amount as somebody typed it. */
export const settleRefundSchema = z.strictObject({ refundId: idSchema, amount: z.string().trim().min(1).max(30) });
type SettleForm = z.infer<typeof settleRefundSchema>;

export type SettleRefusal = { code: "refund_settled" } | { code: "refund_undoable"; until: Date | null };

/**
 * Takes down that somebody has paid a promised refund where the buyer paid, and how much: Homeward moves no money.
 * Refuses `not_found`, `refund_settled` where it is not open any more, `refund_undoable` while the closing that promised
 * it can still be undone, more than is left of what was paid, and what is no amount of its currency.
 */
export const settleRefund = (
  { db, ...acting }: Ctx,
  { refundId, amount }: SettleForm,
): Promise<Result<null, Refusal>> =>
  withSeller(db, acting.sellerId, async (tx): Promise<Result<null, Refusal>> => {
    const { sellerId, actor, now } = acting;
    const refund = await lockRefund(tx, sellerId, refundId);
    const order = refund && (await findRefundBasis(tx, sellerId, { orderId: refund.orderId, returnId: null }));
    if (!refund || !order) return refuse({ code: "not_found" });
    const [subject] = refund.returnId === null ? [] : await listMoveSubjects(tx, sellerId, [refund.returnId]);
    const isUndoable =
      subject !== undefined && returnMachine.decide("undo", { subject, input: {}, actor: actor.kind, now }).ok;
    if (subject && isUndoable) return refuse({ code: "refund_undoable", until: subject.undoUntil });
    const { currency } = refund;
    const amountMinor = parseTypedMinor(amount, currency);
    if (amountMinor === null || amountMinor <= 0)
      return refuse({ code: "invalid", fields: { amount: ["bad_amount"] } });
    const payments = await lockPayments(tx, acting, order.orderId, null);
    const left = payments.reduce((sum, payment) => sum + payment.amountMinor - payment.refundedMinor, 0);
    if (payments.length > 0 && amountMinor > left)
      return refuse({ code: "over_left", amount: minorToDecimal({ amountMinor: left, currency }), currency });
    await writeTogether(tx, [keepParts(sellerId, refundId, partsOf(payments, amountMinor))]);
    const refusal = await moveRefundIn(tx, acting, refundId, { move: "settle", amountMinor, reference: null });
    if (!refusal) return ok(null);
    return refuse({ code: "refund_settled" });
  });
