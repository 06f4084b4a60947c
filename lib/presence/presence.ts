import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import type { Actor } from "@/lib/policy/actor";
import { type Doing, HERE_SECONDS } from "@/lib/policy/doings";

/** Seen lately enough, by the database's clock. */
export const isHere = (seenAt: SQL) => sql`${seenAt} > now() - make_interval(secs => ${HERE_SECONDS})`;

/** Who has a return open, the longest there first; `ofReturn` ties them to a row of its select. */
export const lookersAt = (ofReturn: (table: SQL) => SQL) =>
  sql<ListMember[]>`(
    select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by p.since, u.id), '[]')
    from presence p join users u on u.id = p.user_id where ${ofReturn(sql`p`)} and ${isHere(sql`p.seen_at`)})`;

export type Colleague = {
  id: string;
  name: string;
  doing: Doing;
  /** How long they have been doing it. */
  seconds: number;
  /** They began before the one who asks began what they do. */
  cameFirst: boolean;
};
type Other = Colleague & { isHere: boolean };

/** The newest move, for a page to see that it is older. */
export type LastMove = { id: string; kind: string; actor: Actor["kind"]; name: string | null; isOwn: boolean };

type Looker = { sellerId: string; returnId: string; userId: string; doing: Doing };
/** What the one who asks was noted with; whoever comes back after a while, or does something else now, begins anew. */
type Own = { goesOn: boolean };

/** Who else is noted at a return, and its newest move, by the clock it answers; null when this seller has no such return. */
export async function findCompany(tx: Tx, { sellerId, returnId, userId, doing }: Looker) {
  const goesOn = sql`own.doing = ${doing} and ${isHere(sql`own.seen_at`)}`;
  const ofReturn = (table: SQL) => sql`${table}.seller_id = ${sellerId} and ${table}.return_id = ${returnId}`;
  const [found] = await tx
    .select({
      others: sql<Other[]>`(
        select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'doing', p.doing,
          'seconds', greatest(floor(extract(epoch from now() - p.since)), 0),
          'cameFirst', p.since < coalesce(own.since, now()), 'isHere', ${isHere(sql`p.seen_at`)}) order by p.since, u.id), '[]')
        from presence p join users u on u.id = p.user_id
        left join presence own on ${ofReturn(sql`own`)} and own.user_id = ${userId} and ${goesOn}
        where ${ofReturn(sql`p`)} and p.user_id <> ${userId})`,
      own: sql<Own | null>`(
        select json_build_object('goesOn', ${goesOn}) from presence own where ${ofReturn(sql`own`)} and own.user_id = ${userId})`,
      now: sql<string>`now()::text`,
      lastMove: sql<LastMove | null>`(
        select json_build_object('id', e.id, 'kind', e.kind, 'actor', e.actor_kind, 'name', e.actor_name,
          'isOwn', e.actor_id is not distinct from ${userId}::uuid)
        from events e where ${ofReturn(sql`e`)} and e.from_status is not null order by e.id desc limit 1)`,
    })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  return found ?? null;
}

/** A member of the seller, as lists name them. */
export type ListMember = { id: string; name: string };
