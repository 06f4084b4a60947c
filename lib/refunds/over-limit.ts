import { and, eq, gte, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, refunds, sellers } from "@/db/schema";
import { startOfDay, todayIn } from "@/lib/kernel/calendar";
import { minorToDecimal } from "@/lib/kernel/money";
import type { Acting } from "@/lib/platform/ctx";
import { HELD_IN, isAsking } from "@/lib/policy/machines/refund/statuses";
import { findMemberLimits } from "@/lib/returns/member-limits";

export type OverLimitRefusal =
  | { code: "over_refund_limit" | "over_refund_day"; currency: string; limit: string; amount: string }
  | { code: "refund_limit_elsewhere"; currency: string; limits: string };

/** Its money is gone or on its way; what waits for a second person is on nobody's day. */
const GONE_IN = HELD_IN.filter((state) => !isAsking(state));

/** What this person let go today, in one currency; they can let nothing go elsewhere meanwhile. */
async function letGoToday(tx: Tx, { sellerId, actor, now }: Acting, currency: string): Promise<number> {
  const userId = actor.id ?? "";
  const [locked] = await tx
    .select({ zone: sellers.digestZone })
    .from(memberships)
    .innerJoin(sellers, eq(sellers.id, memberships.sellerId))
    .where(and(eq(memberships.sellerId, sellerId), eq(memberships.userId, userId)))
    .for("no key update", { of: memberships });
  const zone = locked?.zone ?? "UTC";
  const [today] = await tx
    .select({ minor: sql<number>`coalesce(sum(${refunds.amountMinor}), 0)`.mapWith(Number) })
    .from(refunds)
    .where(
      and(
        ...[eq(refunds.sellerId, sellerId), eq(refunds.letGoById, userId), eq(refunds.currency, currency)],
        ...[gte(refunds.letGoAt, startOfDay(todayIn(now, zone), zone)), inArray(refunds.state, GONE_IN)],
      ),
    );
  return today?.minor ?? 0;
}

type Limits = Readonly<Record<string, number>>;
const isLimited = (limits: Limits): boolean => Object.keys(limits).length > 0;

export type Gate = (amountMinor: number) => OverLimitRefusal | null;

/**
 * Says of each amount why this person may not let it go alone, and counts it on their day if they may: it is more than one
 * refund, or all of a day of the shop, may be, or they are limited in other currencies, which says nothing of this one.
 */
export async function openGate(tx: Tx, acting: Acting, currency: string): Promise<Gate> {
  const found = acting.actor.id === null ? null : await findMemberLimits(tx, acting.sellerId, acting.actor.id);
  if (!found) return () => null;
  const decimal = (minor: number) => minorToDecimal({ amountMinor: minor, currency });
  const { refundLimits, refundDayLimits } = found;
  const [limit, dayLimit] = [refundLimits[currency], refundDayLimits[currency]];
  const foreign = [refundLimits, refundDayLimits].find((limits) => isLimited(limits) && !(currency in limits));
  if (foreign) return () => ({ code: "refund_limit_elsewhere", currency, limits: Object.keys(foreign).join(", ") });
  let today = dayLimit === undefined ? 0 : await letGoToday(tx, acting, currency);
  return (amountMinor) => {
    if (limit !== undefined && amountMinor > limit)
      return { code: "over_refund_limit", currency, limit: decimal(limit), amount: decimal(amountMinor) };
    if (dayLimit !== undefined && today + amountMinor > dayLimit)
      return { code: "over_refund_day", currency, limit: decimal(dayLimit), amount: decimal(today + amountMinor) };
    today += amountMinor;
    return null;
  };
}

/** The same of one amount. Null: they may let it go. */
export const overLimit = async (tx: Tx, acting: Acting, amountMinor: number, currency: string) =>
  (await openGate(tx, acting, currency))(amountMinor);
