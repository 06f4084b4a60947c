import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema";
import { minorToDecimal } from "@/lib/kernel/money";
import type { Actor } from "@/lib/policy/actor";
import { promisesRefund } from "@/lib/policy/machines/return/effects";
import { sumBulkActRefunds } from "./bulk-act-refunds";
import type { MoveAct, MovePlan, PlannedMove, VerbRefusal } from "./move-request";

/** What one member may do in one act and in one day; null for whoever is no member. */
export async function findMemberLimits(tx: Tx, sellerId: string, userId: string) {
  const [row] = await tx
    .select({
      ...{ bulkLimit: memberships.bulkLimit, refundLimits: memberships.refundLimits },
      refundDayLimits: memberships.refundDayLimits,
    })
    .from(memberships)
    .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId)));
  return row ?? null;
}

export type BulkLimitRefusal = { code: "over_bulk_limit"; limit: number; count: number };
export type RefundSumRefusal = Extract<VerbRefusal, { code: "over_refund_sum" }>;

/** What an act promises to refund in one currency, and the most that this person may; null: nobody limited them. */
export type RefundSum = {
  currency: string;
  count: number;
  amountMinor: number;
  unknownValues: number;
  limitMinor: number | null;
};

type Limits = Readonly<Record<string, number>>;

const refundLimitsOf = async (tx: Tx, { sellerId, actor }: Pick<MoveAct, "sellerId" | "actor">): Promise<Limits> =>
  actor.id === null ? {} : ((await findMemberLimits(tx, sellerId, actor.id))?.refundLimits ?? {});

/** Whether one act takes more returns than this person may; null when it does not, or nobody limited them. */
export async function overBulkLimit(
  tx: Tx,
  { sellerId, actor }: { sellerId: string; actor: Actor },
  count: number,
): Promise<BulkLimitRefusal | null> {
  const limit = actor.id === null ? null : (await findMemberLimits(tx, sellerId, actor.id))?.bulkLimit;
  return limit !== null && limit !== undefined && count > limit ? { code: "over_bulk_limit", limit, count } : null;
}

/**
 * The plan without the refunds that this person may not give: more than their limit in the return's currency, or an
 * unknown amount or another currency where there is a limit. `isWhole`: also without those that would take the sum of the act, or of its
 * bulk act so far, above the limit. Asks nothing of the database while no refund goes along.
 */
export async function withinRefundLimits(
  tx: Tx,
  act: MoveAct,
  plan: MovePlan,
  { isWhole }: { isWhole: boolean },
): Promise<MovePlan> {
  if (act.actor.id === null || !plan.moves.some(({ effects }) => promisesRefund(effects))) return plan;
  const limits = await refundLimitsOf(tx, act);
  if (Object.keys(limits).length === 0) return plan;
  const before = isWhole && act.bulkActId ? await sumBulkActRefunds(tx, act.sellerId, act.bulkActId) : [];
  const given = new Map(before.map(({ currency, amountMinor }) => [currency, amountMinor]));
  const within: MovePlan = { moves: [], refused: [...plan.refused] };
  for (const move of plan.moves) {
    const { id, currency, valueMinor } = move.subject;
    const sum = (given.get(currency) ?? 0) + (valueMinor ?? 0);
    const refusal = overRefundLimit(move, limits) ?? (isWhole ? overSum(move, sum, limits) : null);
    if (refusal) within.refused.push({ id, refusal });
    else {
      within.moves.push(move);
      if (promisesRefund(move.effects)) given.set(currency, sum);
    }
  }
  return within;
}

/** A limit in one currency says nothing of another: what cannot be compared is no pass. */
const told = (limits: Limits): string =>
  Object.entries(limits)
    .map(([currency, amountMinor]) => `${currency} ${minorToDecimal({ amountMinor, currency })}`)
    .join(", ");

function overRefundLimit({ subject, effects }: PlannedMove, limits: Limits): VerbRefusal | null {
  const { currency, valueMinor } = subject;
  const limitMinor = limits[currency];
  if (!promisesRefund(effects)) return null;
  if (limitMinor === undefined) return { code: "refund_limit_elsewhere", currency, limits: told(limits) };
  const limit = minorToDecimal({ amountMinor: limitMinor, currency });
  if (valueMinor === null) return { code: "refund_amount_unknown", currency, limit };
  if (valueMinor <= limitMinor) return null;
  return { code: "over_refund_limit", currency, limit, amount: minorToDecimal({ amountMinor: valueMinor, currency }) };
}

function overSum({ subject, effects }: PlannedMove, amountMinor: number, limits: Limits): RefundSumRefusal | null {
  const { currency } = subject;
  return promisesRefund(effects) ? refusalOfSum({ currency, amountMinor, limitMinor: limits[currency] ?? null }) : null;
}

/** What these moves promise to refund, by currency, beside the most that this person may promise in one act. */
export async function sumRefunds(
  tx: Tx,
  act: Pick<MoveAct, "sellerId" | "actor">,
  moves: readonly PlannedMove[],
): Promise<RefundSum[]> {
  const refunds = moves.filter(({ effects }) => promisesRefund(effects));
  if (refunds.length === 0) return [];
  const limits = await refundLimitsOf(tx, act);
  const sums = new Map<string, RefundSum>();
  for (const { subject } of refunds) {
    const { currency, valueMinor } = subject;
    const sum = sums.get(currency);
    sums.set(currency, {
      currency,
      count: (sum?.count ?? 0) + 1,
      amountMinor: (sum?.amountMinor ?? 0) + (valueMinor ?? 0),
      unknownValues: (sum?.unknownValues ?? 0) + (valueMinor === null ? 1 : 0),
      limitMinor: limits[currency] ?? null,
    });
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Why an act with these sums is refused as a whole: nobody else should choose which of its buyers are refunded. */
export const overRefundSum = (sums: readonly RefundSum[]): RefundSumRefusal | null =>
  sums.map(refusalOfSum).find((refusal) => refusal !== null) ?? null;

function refusalOfSum(sum: Pick<RefundSum, "currency" | "amountMinor" | "limitMinor">): RefundSumRefusal | null {
  const { currency, amountMinor, limitMinor } = sum;
  if (limitMinor === null || amountMinor <= limitMinor) return null;
  const decimal = (minor: number) => minorToDecimal({ amountMinor: minor, currency });
  return { code: "over_refund_sum", currency, limit: decimal(limitMinor), amount: decimal(amountMinor) };
}

/** The returns, in the order of the list, that have to be left out so that each sum stays within its limit. */
export function beyondRefundSums(moves: readonly PlannedMove[], sums: readonly RefundSum[]): PlannedMove[] {
  const left = new Map(
    sums.flatMap(({ currency, limitMinor }) => (limitMinor === null ? [] : [[currency, limitMinor]])),
  );
  return moves.filter(({ subject, effects }) => {
    const limit = left.get(subject.currency);
    if (!promisesRefund(effects) || limit === undefined) return false;
    const rest = limit - (subject.valueMinor ?? 0);
    if (rest >= 0) left.set(subject.currency, rest);
    return rest < 0;
  });
}
