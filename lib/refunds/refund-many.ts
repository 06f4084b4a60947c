import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orders, returns } from "@/db/schema";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Acting } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { isAwaited } from "@/lib/policy/machines/return/statuses";
import { listRefundBases, type RefundBasis } from "@/lib/returns/refund-basis";
import { makeRefundsIn, plannedRefund } from "./make-refund";
import { openGate } from "./over-limit";
import { suggestedUnits } from "./quote-of";
import type { RefundInput } from "./refund-input";

/** `other_case`: of another channel or currency than the others. `same_order`: another return of its order goes along. */
export type RefundManyRefusal = { code: "other_case" | "same_order" };

/** What the terms suggest for a return, with nothing changed by anybody. */
function suggestedInput(basis: RefundBasis, of: { key: string; orderId: string; returnId: string }): RefundInput {
  const isReturnless =
    basis.request !== null && isAwaited(basis.request.status) && Boolean(basis.request.evaluation.keepItem);
  const units = suggestedUnits(basis, isReturnless).map(({ returnLineId, condition, quantity }) => {
    return { returnLineId, condition, quantity, given: null };
  });
  return {
    ...{ ...of, units, shipping: null, deductsLabel: null, concession: null, faults: {}, faultNote: "", note: "" },
    ...{ difference: null, paid: null, confirmsReported: false, amountMinor: 0 },
  };
}

/** The orders of returns, in the order that they were asked for. */
async function ordersOf(tx: Tx, sellerId: string, ids: readonly string[]) {
  const rows = await tx
    .select({ returnId: returns.id, orderId: returns.orderId, channelId: orders.channelId, currency: orders.currency })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.returnId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type Foreseen = { id: string; channelId: string; currency: string; amountMinor: number };

/** Most returns of one channel and currency, and which those are. */
function usualCase(of: readonly Foreseen[]): Pick<Foreseen, "channelId" | "currency"> | null {
  const counts = new Map<string, { of: Foreseen; count: number }>();
  for (const one of of) {
    const known = counts.get(`${one.channelId} ${one.currency}`);
    if (known) known.count += 1;
    else counts.set(`${one.channelId} ${one.currency}`, { of: one, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.of ?? null;
}

/**
 * What refunding these returns as the terms suggest would come to, each by itself: equal cases, of one channel and one
 * currency, with nothing to be said about them. The others are told why a person has to decide them. Nothing is written.
 */
export async function foreseeRefunds(tx: Tx, acting: Acting, ids: readonly string[]) {
  const { sellerId } = acting;
  const found = await ordersOf(tx, sellerId, ids);
  const bases = await listRefundBases(tx, sellerId, found);
  const taken = new Set<string>();
  const able: Foreseen[] = [];
  const refused: { id: string; refusal: Refusal }[] = [];
  for (const [at, { returnId: id, orderId, channelId, currency }] of found.entries()) {
    const basis = bases[at];
    const ask = { key: id, orderId, returnId: id };
    const planned = basis
      ? plannedRefund(basis, suggestedInput(basis, ask), { isAmountOpen: true })
      : refuse({ code: "not_found" } as const);
    if (!planned.ok) refused.push({ id, refusal: planned.refusal });
    else if (taken.has(orderId)) refused.push({ id, refusal: { code: "same_order" } });
    else {
      taken.add(orderId);
      able.push({ id, channelId, currency, amountMinor: planned.value.amountMinor });
    }
  }
  const usual = usualCase(able);
  const gate = usual && (await openGate(tx, acting, usual.currency));
  const ready = able.filter((one) => {
    const isUsual = one.channelId === usual?.channelId && one.currency === usual.currency;
    const refusal = isUsual ? (gate?.(one.amountMinor) ?? null) : ({ code: "other_case" } as const);
    if (refusal) refused.push({ id: one.id, refusal });
    return refusal === null;
  });
  return { usual, ready, refused };
}

/** As it was read before it was said: one intent, in which case, and how much for each return. */
export type ManyRefunds = {
  intent: string;
  channelId: string;
  currency: string;
  amounts: Readonly<Record<string, number>>;
};

/**
 * Makes one refund for each of these returns, at most 500, as the terms suggest and as somebody has read it. One intent gives
 * a return one refund, however often it is told; what became another sum meanwhile, or needs a person, is told as that.
 */
export async function refundManyIn(
  tx: Tx,
  acting: Acting,
  ids: readonly string[],
  { intent, channelId, currency, amounts, bulkActId }: ManyRefunds & { bulkActId: string },
): Promise<{ moved: string[]; refused: { id: string; refusal: Refusal }[] }> {
  const { sellerId } = acting;
  await lockReturns(tx, sellerId, [...ids].sort());
  const found = await ordersOf(tx, sellerId, ids);
  const taken = new Set<string>();
  const refused: { id: string; refusal: Refusal }[] = [];
  const asks = found.filter(({ returnId: id, ...one }) => {
    const isUsual = one.channelId === channelId && one.currency === currency;
    const code = isUsual ? (taken.has(one.orderId) ? "same_order" : null) : "other_case";
    if (code) refused.push({ id, refusal: { code } });
    else taken.add(one.orderId);
    return code === null;
  });
  const answers = await makeRefundsIn(
    tx,
    acting,
    asks.map(({ returnId, orderId }) => {
      const key = `${intent}.${returnId}`;
      // What nobody has read comes to nothing, and is asked about.
      const amountMinor = amounts[returnId] ?? 0;
      const inputOf = (basis: RefundBasis) => ({ ...suggestedInput(basis, { key, orderId, returnId }), amountMinor });
      return { key, orderId, returnId, asked: `${intent} ${amountMinor}`, isAlone: false, inputOf, bulkActId };
    }),
  );
  const moved = asks.flatMap(({ returnId: id }, at) => {
    const answer: Result<unknown> = answers[at] ?? ok(null);
    if (!answer.ok) refused.push({ id, refusal: answer.refusal });
    return answer.ok ? [id] : [];
  });
  return { moved, refused };
}
