import { and, eq, inArray, sql } from "drizzle-orm";
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
import { listRefundBases, type RefundBasis } from "@/lib/returns/refund-basis";
import { holdParts, keepPartsOf, lockPaymentsOf, partsOf } from "./hold-payment";
import { type Gate, openGate } from "./over-limit";
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
  withSeller(db, acting.sellerId, async (tx): Promise<Answer> => {
    const { key, orderId, returnId } = input;
    if (returnId !== null && (await lockReturns(tx, acting.sellerId, [returnId])).size === 0)
      return refuse({ code: "not_found" });
    const asked = JSON.stringify(input);
    const ask = { key, orderId, returnId, asked, isAlone: true, inputOf: () => input };
    return (await makeRefundsIn(tx, acting, [ask]))[0] ?? refuse({ code: "not_found" });
  });

/** One refund as it is asked for: what is said of it may follow from where its money stands once that is locked. */
type Ask = {
  key: string;
  orderId: string;
  returnId: string | null;
  /** What the same key has to ask again, to be the same intent. */
  asked: string;
  /** It may wait for a second person. */
  isAlone: boolean;
  inputOf: (basis: RefundBasis) => RefundInput;
  bulkActId?: string;
};

type Locked = ReadonlyMap<string, Parameters<typeof partsOf>[0]>;
type Foreseen = { amountMinor: number; currency: string; basis: RefundBasis; input: RefundInput; quote: RefundQuote };
type Planned = Foreseen & Made & { ask: Ask; isAbove: boolean };

/**
 * Makes refunds of as many orders, each of which stands or falls by itself, for a caller that has locked their returns: the
 * statements are as many for one as for five hundred. Answers each in its place.
 */
export async function makeRefundsIn(tx: Tx, acting: Acting, asks: readonly Ask[]): Promise<Answer[]> {
  const { sellerId } = acting;
  const seen = await listRefundBases(tx, sellerId, asks);
  const typed = asks.flatMap((ask, at) => {
    const basis = seen[at];
    const said = basis && amountsOf(ask.inputOf(basis), basis.currency);
    const paidMinor = said?.ok ? said.value.paidMinor : null;
    const by = acting.actor.name ?? "";
    return basis ? [{ orderId: ask.orderId, typed: paidMinor === null ? null : { amountMinor: paidMinor, by } }] : [];
  });
  const payments: Locked = typed.length === 0 ? new Map() : await lockPaymentsOf(tx, acting, typed);
  const before = await listByKey(
    tx,
    sellerId,
    asks.map(({ key }) => key),
  );
  // Whoever was first has written by now: what is left is read behind them.
  const bases = await listRefundBases(tx, sellerId, asks);
  const gates = new Map<string, Gate>();
  const answers: Result<Planned, Refusal>[] = [];
  const done = new Map<number, Answer>();
  for (const [at, ask] of asks.entries()) {
    const known = before.get(ask.key);
    const basis = bases[at];
    if (known) done.set(at, known.asked === ask.asked ? ok(known.made) : refuse({ code: "key_used" }));
    const planned = basis && !known ? plannedRefund(basis, ask.inputOf(basis)) : refuse({ code: "not_found" } as const);
    if (planned.ok) {
      const { currency, amountMinor } = planned.value;
      const gate = gates.get(currency) ?? (await openGate(tx, acting, currency));
      gates.set(currency, gate);
      const above = gate(amountMinor);
      if (above && !ask.isAlone) answers.push(refuse(above));
      else {
        const [isAbove, status] = [above !== null, above ? MADE.asking : MADE.leaving];
        answers.push(ok({ ...planned.value, refundId: newId(), ask, isAbove, status }));
      }
    } else answers.push(planned);
  }
  await keep(
    tx,
    acting,
    answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
    payments,
  );
  return answers.map((answer, at): Answer => {
    const known = done.get(at);
    if (known || !answer.ok) return known ?? (answer as Answer);
    const { refundId, status, amountMinor, currency } = answer.value;
    return ok({ refundId, status, amountMinor, currency });
  });
}

/** What a refund comes to where its money stands, or why it cannot be made; `isAmountOpen`: nobody has read a sum yet. */
export function plannedRefund(
  basis: RefundBasis,
  input: RefundInput,
  { isAmountOpen = false } = {},
): Result<Foreseen, Refusal> {
  const { currency } = basis;
  const said = amountsOf(input, currency);
  if (!said.ok) return said;
  const barred = barring(basis, input, said.value.units);
  if (barred) return refuse(barred);
  const quote = quoteOf(basis, input, said.value);
  const { amountMinor } = quote;
  const sum = (minor: number): Sum => ({ amount: minorToDecimal({ amountMinor: minor, currency }), currency });
  const [problem] = quote.problems;
  if (problem) return refuse(problemRefusal(problem, currency));
  const outsideMinor = outsideOf(basis);
  if (outsideMinor > 0 && !input.confirmsReported) return refuse({ code: "reported_refund", ...sum(outsideMinor) });
  if (amountMinor !== input.amountMinor && !isAmountOpen)
    return refuse({ code: "refund_changed", ...sum(amountMinor) });
  return ok({ amountMinor, currency, basis, input, quote });
}

/** Writes refunds down with all that belongs to them. */
async function keep(tx: Tx, acting: Acting, planned: readonly Planned[], payments: Locked): Promise<void> {
  if (planned.length === 0) return;
  const { sellerId, actor, now } = acting;
  const held = planned.map(({ refundId, ask, amountMinor }) => {
    return { refundId, parts: partsOf(payments.get(ask.orderId) ?? [], amountMinor) };
  });
  const parts = held.flatMap((one) => one.parts);
  if (!(await holdParts(tx, sellerId, parts))) throw new Error("what was left of a locked payment is gone");
  const person = actor.kind === "person" ? actor : null;
  await writeTogether(tx, [
    insertion(
      refunds,
      planned.map(({ refundId, status, ask, basis, input, quote, amountMinor, currency, isAbove }) => ({
        ...{ sellerId, id: refundId, orderId: ask.orderId, returnId: ask.returnId, key: ask.key, state: status },
        kind: ask.returnId === null || input.units.length === 0 ? ("concession" as const) : ("return" as const),
        ...{ amountMinor, currency, quote, asked: ask.asked, outsideMinor: outsideOf(basis) },
        ...{ note: blank(input.note), faultNote: blank(input.faultNote), createdAt: now, stateChangedAt: now },
        ...{ askedById: person?.id ?? null, askedBy: person?.name ?? null },
        ...{ letGoById: isAbove ? null : (person?.id ?? null), letGoAt: isAbove ? null : now },
      })),
    ),
    insertionIfAny(
      refundLines,
      planned.flatMap(({ refundId, basis, input, quote }) => linesOf(sellerId, refundId, basis, input, quote)),
    ),
    keepPartsOf(sellerId, held),
    postings(
      sellerId,
      now,
      planned.map(({ refundId, ask: { orderId }, currency, amountMinor }) => {
        return { orderId, currency, refundId, cause: "promised", amountMinor };
      }),
    ),
    countEvents(
      sellerId,
      planned.map(({ ask }) => ask.returnId),
    ),
    insertion(
      events,
      planned.map(({ refundId, status, ask, basis, input, amountMinor, currency }) => {
        const { orderId, returnId, bulkActId } = ask;
        const difference = unexplainedIn(basis).length > 0 ? input.difference : null;
        return refundEventRow({
          ...{ kind: "make", sellerId, actor, now, toStatus: status, bulkActId },
          refund: { id: refundId, orderId, returnId },
          data: { amountMinor, currency, note: blank(input.note), ...(difference ? { difference } : {}) },
        });
      }),
    ),
  ]);
}

const blank = (text: string): string | null => (text === "" ? null : text);

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

/** The refunds that these keys made already. */
async function listByKey(tx: Tx, sellerId: string, keys: readonly string[]) {
  const rows = await tx
    .select({
      ...{ refundId: refunds.id, status: refunds.state, currency: refunds.currency },
      ...{ key: refunds.key, asked: refunds.asked },
      amountMinor: sql<number>`coalesce(${refunds.amountMinor}, 0)`.mapWith(Number),
    })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), inArray(refunds.key, [...keys])));
  return new Map(rows.map(({ key, asked, ...made }) => [key, { asked, made }]));
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
