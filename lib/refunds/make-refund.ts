import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, refundLines, refunds } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { insertion, insertionIfAny, writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { minorToDecimal } from "@/lib/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { refundEventRow } from "@/lib/platform/moves/event-row";
import { MADE, type RefundStatus } from "@/lib/policy/machines/refund/statuses";
import { isAwaited } from "@/lib/policy/machines/return/statuses";
import type { RefundQuote } from "@/lib/policy/money/refund-quote";
import { refundableIn } from "@/lib/policy/money/refundable";
import { isExplained } from "@/lib/policy/parcels/differences";
import { findRefundBasis, type RefundBasis } from "@/lib/returns/refund-basis";
import { holdParts, keepParts, lockPayments, partsOf } from "./hold-payment";
import { overLimit } from "./over-limit";
import { type MakeRefundRefusal, problemRefusal } from "./problem-refusal";
import { type AskedUnits, outsideOf, unexplainedIn, unitsLeft } from "./quote-of";
import { amountsOf, quoteOf, type RefundInput } from "./refund-input";
import { countEvents, postings } from "./refund-store";

type Sum = { amount: string; currency: string };

type Made = { refundId: string; status: RefundStatus; amountMinor: number; currency: string };
type Answer = Result<Made, Refusal>;

/**
 * Makes one refund of an order, or asks a second person for it where it is above what this one may give. What it comes to
 * is worked out again here; the same key is the same refund, however often it is told. Nothing is paid by it: it is on its
 * way until somebody, or a report, says that it was made where the buyer paid.
 */
export const makeRefund = ({ db, ...acting }: Ctx, input: RefundInput): Promise<Answer> =>
  withSeller(db, acting.sellerId, (tx) => makeRefundIn(tx, acting, input));

async function makeRefundIn(tx: Tx, acting: Acting, input: RefundInput): Promise<Answer> {
  const { sellerId, actor, now } = acting;
  const { key, orderId, returnId } = input;
  if (returnId !== null && (await lockReturns(tx, sellerId, [returnId])).size === 0)
    return refuse({ code: "not_found" });
  const seen = await findRefundBasis(tx, sellerId, { orderId, returnId });
  if (!seen) return refuse({ code: "not_found" });
  const said = amountsOf(input, seen.currency);
  if (!said.ok) return said;
  const { paidMinor } = said.value;
  const typedPaid = paidMinor === null ? null : { amountMinor: paidMinor, by: actor.name ?? "" };
  const payments = await lockPayments(tx, acting, orderId, typedPaid);
  const asked = JSON.stringify(input);
  const before = await findByKey(tx, sellerId, key);
  if (before) return before.asked === asked ? ok(before.made) : refuse({ code: "key_used" });
  // Whoever was first has written by now: what is left is read behind them.
  const basis = await findRefundBasis(tx, sellerId, { orderId, returnId });
  if (!basis) return refuse({ code: "not_found" });
  const barred = barring(basis, input, said.value.units);
  if (barred) return refuse(barred);
  const quote = quoteOf(basis, input, said.value);
  const { currency } = basis;
  const { amountMinor } = quote;
  const sum = (minor: number): Sum => ({ amount: minorToDecimal({ amountMinor: minor, currency }), currency });
  const [problem] = quote.problems;
  if (problem) return refuse(problemRefusal(problem, currency));
  const outsideMinor = outsideOf(basis);
  if (outsideMinor > 0 && !input.confirmsReported) return refuse({ code: "reported_refund", ...sum(outsideMinor) });
  if (amountMinor !== input.amountMinor) return refuse({ code: "refund_changed", ...sum(amountMinor) });
  const parts = partsOf(payments, amountMinor);
  if (!(await holdParts(tx, sellerId, parts))) throw new Error("what was left of a locked payment is gone");
  const id = newId();
  const isAbove = (await overLimit(tx, acting, amountMinor, currency)) !== null;
  const state = isAbove ? MADE.asking : MADE.leaving;
  const person = actor.kind === "person" ? actor : null;
  const kind = returnId === null || input.units.length === 0 ? "concession" : "return";
  const difference = unexplainedIn(basis).length > 0 ? input.difference : null;
  const note = input.note === "" ? null : input.note;
  await writeTogether(tx, [
    insertion(refunds, [
      {
        ...{
          sellerId,
          id,
          orderId,
          returnId,
          key,
          state,
          kind,
          amountMinor,
          currency,
          quote,
          asked,
          outsideMinor,
          note,
        },
        ...{ faultNote: input.faultNote === "" ? null : input.faultNote, createdAt: now, stateChangedAt: now },
        ...{ askedById: person?.id ?? null, askedBy: person?.name ?? null },
        ...(isAbove ? {} : { letGoById: person?.id ?? null, letGoAt: now }),
      },
    ]),
    insertionIfAny(refundLines, linesOf(sellerId, id, basis, input, quote)),
    keepParts(sellerId, id, parts),
    postings(sellerId, now, [{ orderId, currency, refundId: id, cause: "promised", amountMinor }]),
    countEvents(sellerId, [returnId]),
    insertion(events, [
      refundEventRow({
        ...{ kind: "make", sellerId, actor, now, toStatus: state },
        refund: { id, orderId, returnId },
        data: { amountMinor, currency, note, ...(difference ? { difference } : {}) },
      }),
    ]),
  ]);
  return ok({ refundId: id, status: state, amountMinor, currency });
}

/** What bars a refund before its sum: where the return stands, and units that are not there. */
function barring(basis: RefundBasis, input: RefundInput, units: readonly AskedUnits[]): MakeRefundRefusal | null {
  const { request } = basis;
  const what = request ? refundableIn(request.status) : "money";
  if (what === "nothing") return { code: "nothing_refundable" };
  if (what === "money" && units.length > 0) return { code: "money_alone" };
  if (Object.keys(input.faults).length > 0 && input.faultNote === "") return { code: "note_needed" };
  if (request && isAwaited(request.status) && units.length > 0 && !request.evaluation.keepItem)
    return { code: "goods_awaited" };
  if (units.length > 0 && !isExplained(unexplainedIn(basis), input.difference))
    return { code: "difference_unexplained" };
  for (const { returnLineId, condition } of units) {
    const line = request?.lines.find((one) => one.returnLineId === returnLineId);
    const count = units.reduce(
      (sum, one) => (one.returnLineId === returnLineId && one.condition === condition ? sum + one.quantity : sum),
      0,
    );
    const most = line ? unitsLeft(line, condition) : 0;
    if (count > most) return { code: "too_many_units", most };
  }
  return null;
}

/** The refund that this key made already. */
async function findByKey(tx: Tx, sellerId: string, key: string): Promise<{ asked: string | null; made: Made } | null> {
  const [row] = await tx
    .select({
      ...{ refundId: refunds.id, status: refunds.state, currency: refunds.currency, asked: refunds.asked },
      amountMinor: sql<number>`coalesce(${refunds.amountMinor}, 0)`.mapWith(Number),
    })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), eq(refunds.key, key)));
  if (!row) return null;
  const { asked, ...made } = row;
  return { asked, made };
}

/** The units of a refund, each with what its steps come to. */
function linesOf(sellerId: string, refundId: string, basis: RefundBasis, input: RefundInput, quote: RefundQuote) {
  const amounts: number[] = [];
  for (const step of quote.steps) {
    if (step.kind === "goods") amounts.push(step.amountMinor);
    else if (step.kind === "kept" || step.kind === "partial") amounts.push((amounts.pop() ?? 0) + step.amountMinor);
  }
  // The quote goes line by line, as the basis does.
  const inOrder = (basis.request?.lines ?? []).flatMap((line) =>
    input.units
      .filter(({ returnLineId }) => returnLineId === line.returnLineId)
      .map(({ condition, quantity }) => ({ line, condition, quantity })),
  );
  return inOrder.map(({ line: { orderLineId, returnLineId }, condition, quantity }, position) => {
    return {
      sellerId,
      refundId,
      position,
      orderLineId,
      returnLineId,
      condition,
      quantity,
      amountMinor: amounts[position] ?? 0,
    };
  });
}
