import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, claims, returns } from "@/db/schema";
import { addDaysTo, endOfDay } from "@/lib/kernel/calendar";
import type { ClaimFacts } from "@/lib/policy/claims/assess-claim";
import { MARKETPLACES_WITH_CLAIMS } from "@/lib/policy/claims/programme";
import { WAY_BACK } from "@/lib/policy/clocks/deadlines";
import { PAID } from "@/lib/policy/machines/refund/statuses";
import { isAwaited, isUndecided } from "@/lib/policy/machines/return/statuses";
import type { Condition } from "@/lib/policy/parcels/conditions";
import { BY_THE_SHOP } from "@/lib/policy/parcels/differences";
import { isParcelUnderWay, isRestLost } from "@/lib/returns/subject-facts";

type Line = { id: string; quantity: number; refundedMinor: number };
type Adopted = { word: string; claimNumber: string | null; amountMinor: number | null };
type Unit = { lineId: string | null; condition: Condition };

/** What a claim about a return is judged by; null: its marketplace pays none. `waitedUntil` is when its goods are awaited no longer. */
export async function findClaimFacts(tx: Tx, sellerId: string, returnId: string, now: Date) {
  const [row] = await tx
    .select({
      ...{ orderId: returns.orderId, currency: returns.currency, status: returns.status },
      ...{ requestedOn: returns.requestedOn, isAToZ: returns.isDisputed, reported: returns.reported },
      ...{ marketplace: channels.marketplace, timeZone: channels.timeZone },
      lines: sql<Line[]>`(
        select coalesce(json_agg(json_build_object('id', l.id, 'quantity', l.quantity - l.closed_quantity,
          'refundedMinor', coalesce(l.reported_refunded_minor, 0)) order by l.position), '[]')
        from return_lines l where l.seller_id = ${sellerId} and l.return_id = ${returns.id})`,
      units: sql<Unit[]>`(
        select coalesce(json_agg(json_build_object('lineId', u.line_id, 'condition', u.condition) order by u.id), '[]')
        from received_units u where u.seller_id = ${sellerId} and u.return_id = ${returns.id})`,
      oursMinor: sql<number>`(
        select coalesce(sum(f.amount_minor), 0) from refunds f
        where f.seller_id = ${sellerId} and f.return_id = ${returns.id} and f.state = ${PAID})`.mapWith(Number),
      /** By the last who said why it differs. */
      isByTheShop: sql<boolean>`coalesce((
        select e.data #>> '{difference,reason}' = ${BY_THE_SHOP} from events e
        where e.seller_id = ${sellerId} and e.return_id = ${returns.id} and e.data ? 'difference'
        order by e.id desc limit 1), false)`,
      isUnderWay: isParcelUnderWay(sellerId),
      isLost: isRestLost(sellerId),
      goodsDueAt: sql<Date | null>`(
        select max(d.due_at) from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returns.id}
          and d.state = 'open' and d.kind in ${WAY_BACK})`.mapWith((at: string) => new Date(at)),
      waitedDays: sql<number>`(
        select (p.operation #>> '{clocks,sendBackDays}')::int + (p.operation #>> '{clocks,transitDays}')::int
        from operations p where p.seller_id = ${sellerId} and p.channel_id = ${returns.channelId}
        order by p.version desc limit 1)`.mapWith(Number),
      claimId: claims.id,
      /** What was last followed of a report. */
      adopted: sql<Adopted | null>`(
        select e.data from events e where e.seller_id = ${sellerId} and e.thread_id = ${returns.id}
          and e.subject_kind = 'claim' and e.kind = 'adopt' order by e.id desc limit 1)`,
    })
    .from(returns)
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .leftJoin(claims, and(eq(claims.sellerId, returns.sellerId), eq(claims.returnId, returns.id)))
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  if (!row || !MARKETPLACES_WITH_CLAIMS.includes(row.marketplace)) return null;
  const { lines, units, oursMinor, status, goodsDueAt, requestedOn, timeZone, waitedDays } = row;
  const toldMinor = lines.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0);
  const waitedUntil = goodsDueAt ?? addDaysTo(endOfDay(requestedOn, timeZone), waitedDays, timeZone);
  const facts: ClaimFacts = {
    ...{
      currency: row.currency,
      isAToZ: row.isAToZ,
      isUnderWay: row.isUnderWay,
      isLost: row.isLost,
      isByTheShop: row.isByTheShop,
    },
    outsideMinor: Math.max(0, toldMinor - oursMinor),
    lines: lines.map(({ id, quantity, refundedMinor }) => ({
      ...{ quantity, refundedMinor },
      came: units.filter(({ lineId }) => lineId === id).map(({ condition }) => condition),
    })),
    strays: units.filter(({ lineId }) => lineId === null).map(({ condition }) => condition),
    isAwaited:
      waitedUntil > now && (goodsDueAt !== null || isAwaited(status) || isUndecided(status) || units.length === 0),
  };
  return { ...row, facts, waitedUntil };
}
