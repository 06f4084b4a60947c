import { isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import { KEY_KINDS, SCANNED_KINDS, searchKey } from "@/lib/kernel/search-key";
import { firstTitleOf } from "@/lib/orders/first-title";
import type { Status } from "@/lib/policy/machines/return/statuses";

const SHOWN = 6;
/** Of what only begins with the text so many are looked at; who wants others types on. */
const LOOKED_AT = 50;
/** Less names too much to be worth a look at its beginnings. */
const SHORTEST_BEGINNING = 2;

const listed = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );

/**
 * The few returns that a typed or pasted text means: those that one of their numbers names exactly come first
 * (`isExact`), then the newest of what it finds.
 */
export async function findJumps(tx: Tx, sellerId: string, typed: string) {
  const key = searchKey(typed);
  if (key === "") return [];
  // One branch a kind, because only then the newest of it can be read off the end of the index.
  const exact = KEY_KINDS.map(
    (kind) => sql`(select k.return_id, k.kind in (${listed(SCANNED_KINDS)}) as is_exact from return_keys k
      where k.seller_id = ${sellerId} and k.key = ${key} and k.kind = ${kind}
      order by k.return_id desc limit ${SHOWN})`,
  );
  const beginning = sql`(select k.return_id, false from return_keys k where k.seller_id = ${sellerId}
    and k.key > ${key} and k.key < ${`${key}\u{10FFFF}`} limit ${LOOKED_AT})`;
  const branches = key.length < SHORTEST_BEGINNING ? exact : [...exact, beginning];
  const hits = sql`(select f.return_id, bool_or(f.is_exact) as is_exact
    from (${sql.join(branches, sql` union all `)}) f group by f.return_id
    order by is_exact desc, f.return_id desc limit ${SHOWN}) hits`;
  return tx
    .select({
      id: returns.id,
      number: returns.number,
      status: sql<Status>`${returns.status}`,
      reportedStatus: returns.reportedStatus,
      isLabelTaken: isNotNull(returns.labelFetchedAt).mapWith(Boolean),
      marketplace: channels.marketplace,
      orderNumber: orders.number,
      title: firstTitleOf(sellerId),
      isExact: sql<boolean>`hits.is_exact`,
    })
    .from(hits)
    .innerJoin(returns, sql`returns.seller_id = ${sellerId} and returns.id = hits.return_id`)
    .innerJoin(orders, sql`orders.seller_id = ${sellerId} and orders.id = returns.order_id`)
    .innerJoin(channels, sql`channels.seller_id = ${sellerId} and channels.id = returns.channel_id`)
    .orderBy(sql`hits.is_exact desc`, sql`returns.id desc`);
}

export type Jump = Awaited<ReturnType<typeof findJumps>>[number];
