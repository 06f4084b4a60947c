import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { letterText } from "@/lib/messages/letter-text";
import { findRefundedOrder } from "@/lib/messages/refund-facts";
import { refundLetter } from "@/lib/messages/refund-letter";
import { listTemplates } from "@/lib/messages/template-rows";
import type { Ctx } from "@/lib/platform/ctx";
import { REACH } from "@/lib/policy/reach";
import { findRefundBasis } from "@/lib/returns/refund-basis";
import { foreseePayments, partsOf } from "./hold-payment";
import { amountsOf, quoteOf, type RefundInput } from "./refund-input";

/** What the buyer will read; null: the marketplace tells them, and we write nothing. */
export type RefundPreview = { mail: { subject: string; text: string; language: string; to: string | null } | null };

/** The mail that a refund would bring its buyer, as it is worked out on the server; nothing is written by it. */
export const previewRefund = (
  { db, sellerId, now }: Ctx,
  input: RefundInput,
): Promise<Result<RefundPreview, Refusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<RefundPreview, Refusal>> => {
    const basis = await findRefundBasis(tx, sellerId, input);
    const order = basis && (await findRefundedOrder(tx, sellerId, input));
    if (!basis || !order) return refuse({ code: "not_found" });
    if (!REACH[order.channel.mode].carriesOut) return ok({ mail: null });
    const said = amountsOf(input, basis.currency);
    if (!said.ok) return said;
    const { steps, amountMinor } = quoteOf(basis, input, said.value);
    const { paidMinor } = said.value;
    const paid = await foreseePayments(
      tx,
      sellerId,
      input.orderId,
      paidMinor === null ? null : { amountMinor: paidMinor, by: "" },
    );
    const parts = partsOf(paid, amountMinor).map(({ paymentId, ...part }) => {
      return { ...part, tender: paid.find(({ id }) => id === paymentId)?.tender ?? "channel" };
    });
    const told = { amountMinor, currency: basis.currency, steps, madeAt: now };
    const letter = refundLetter(order, { ...told, parts }, { own: await listTemplates(tx, sellerId), href: null });
    const { subject, locale: language } = letter;
    return ok({ mail: { subject, text: letterText(letter), language, to: order.buyerEmail } });
  });
