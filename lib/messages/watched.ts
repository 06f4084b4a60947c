import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellers } from "@/db/schema";
import type { DeadlineKind } from "@/lib/policy/clocks/deadlines";
import { AT_THE_DOOR } from "@/lib/policy/machines/parcel/statuses";

/** What a seller was told of last, with its row locked; null when there is no such seller. */
export async function lockWatched(tx: Tx, sellerId: string) {
  const [row] = await tx
    .select({
      digestHour: sellers.digestHour,
      digestZone: sellers.digestZone,
      digestOn: sellers.digestOn,
      overdueToldUntil: sellers.overdueToldUntil,
    })
    .from(sellers)
    .where(eq(sellers.id, sellerId))
    .for("update");
  return row ?? null;
}

type Watched = { digestOn: string; overdueToldUntil: Date };

export const saveWatched = (tx: Tx, sellerId: string, watched: Watched) =>
  tx.update(sellers).set(watched).where(eq(sellers.id, sellerId));

/** The seller's own open deadlines that became due after one instant and up to another. */
const becameOverdue = (sellerId: string, since: Date, until: Date) => sql`
  from deadlines d
  join returns r on r.seller_id = d.seller_id and r.id = d.return_id
  join channels c on c.seller_id = r.seller_id and c.id = r.channel_id
  where d.seller_id = ${sellerId} and d.state = 'open' and d.party = 'seller'
    and d.due_at > ${since.toISOString()}::timestamptz and d.due_at <= ${until.toISOString()}::timestamptz`;

type Span = { since: Date; until: Date };

/** Whether anything became overdue that is still open. */
export async function hasBecomeOverdue(tx: Tx, sellerId: string, { since, until }: Span): Promise<boolean> {
  const rows = await tx.execute(sql`select d.id ${becameOverdue(sellerId, since, until)} limit 1`);
  return rows.length > 0;
}

export type OverdueReturn = {
  id: string;
  number: number;
  channelName: string;
  timeZone: string;
  title: string | null;
  kind: DeadlineKind;
  dueAt: Date;
};

/** What became overdue and still is: how many by channel, and the oldest of them. */
export async function listBecameOverdue(tx: Tx, sellerId: string, { since, until }: Span, shown: number) {
  const counts = await tx.execute<{ channelName: string; count: number }>(sql`
    select c.name as "channelName", count(*)::int as count ${becameOverdue(sellerId, since, until)}
    group by c.id, c.name order by c.name, c.id`);
  const oldest = await tx.execute<Omit<OverdueReturn, "dueAt"> & { dueAt: string }>(sql`
    select r.id, r.number, c.name as "channelName", c.time_zone as "timeZone", d.kind, d.due_at as "dueAt", (
      select o.title from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
      where l.seller_id = ${sellerId} and l.return_id = r.id order by l.position limit 1) as title
    ${becameOverdue(sellerId, since, until)} order by d.due_at, r.id limit ${shown}`);
  return { counts: [...counts], oldest: oldest.map((row): OverdueReturn => ({ ...row, dueAt: new Date(row.dueAt) })) };
}

export type DigestCounts = {
  new: number;
  toAnswer: number;
  overdue: number;
  dueToday: number;
  handover: number;
  /** Parcels that were delivered and nobody has opened. */
  delivered: number;
  undelivered: number;
};

type Asked = Span & { dayEnds: Date; messagesSince: Date };

/** How things stand with a seller: what came since the last digest, and what waits. */
export async function countForDigest(tx: Tx, sellerId: string, asked: Asked): Promise<DigestCounts> {
  const [since, until, dayEnds, messagesSince] = [asked.since, asked.until, asked.dayEnds, asked.messagesSince].map(
    (at) => sql`${at.toISOString()}::timestamptz`,
  );
  const due = sql`from deadlines d where d.seller_id = ${sellerId} and d.state = 'open' and d.party = 'seller'`;
  const [row] = await tx.execute<DigestCounts>(sql`select
    (select count(*)::int from returns r where r.seller_id = ${sellerId}
      and r.tab <> 'closed' and r.created_at > ${since} and r.created_at <= ${until}) as new,
    (select count(*)::int from returns r where r.seller_id = ${sellerId} and r.tab = 'authorization_required') as "toAnswer",
    (select count(distinct d.return_id)::int ${due} and d.due_at <= ${until}) as overdue,
    (select count(distinct d.return_id)::int ${due} and d.due_at > ${until} and d.due_at <= ${dayEnds}) as "dueToday",
    (select count(*)::int from handovers h where h.seller_id = ${sellerId} and h.done_at is null) as handover,
    (select count(*)::int from parcels p where p.seller_id = ${sellerId} and p.status = ${AT_THE_DOOR}
      and exists (select from parcel_returns l where l.seller_id = ${sellerId} and l.parcel_id = p.id)) as delivered,
    (select count(*)::int from messages m where m.seller_id = ${sellerId}
      and m.state in ('refused', 'unknown', 'failed') and m.created_at > ${messagesSince}) as undelivered`);
  return row ?? { new: 0, toAnswer: 0, overdue: 0, dueToday: 0, handover: 0, delivered: 0, undelivered: 0 };
}
