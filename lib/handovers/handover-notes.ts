import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reportedWords } from "@/lib/policy/judging/reported";
import { isUndecided } from "@/lib/policy/machines/return/kinds-of-status";
import { isTerminal, type Status } from "@/lib/policy/machines/return/statuses";
import type { Decider, HandoverItem } from "./handovers";

/** What was decided here and a report speaks against, so far as the words of the report tell. */
export type ConflictCandidate = {
  returnId: string;
  number: number;
  orderNumber: string;
  status: Status;
  reportedStatus: string;
  deliveredBackOn: string | null;
  openMove: string | null;
  keptAgainst: string | null;
  lastMove: (Decider & { kind: string; fromStatus: Status }) | null;
  items: HandoverItem[];
};

/** A hand-over that was ended, by whom and when; `kind` is the event that ended it. */
export type DoneHandover = {
  returnId: string;
  number: number;
  orderNumber: string;
  move: string;
  doneAt: Date;
  doneBy: "person" | "report";
  kind: string | null;
  actorName: string | null;
  reportedStatus: string | null;
  deliveredBackOn: string | null;
  /** The last move of the return: another one than the hand-over's makes it history. */
  lastMove: string | null;
};

const CANDIDATES = 500;

const isTold = (status: Status) => !isUndecided(status);
const wordsIn = (words: readonly string[]): SQL =>
  sql`lower(regexp_replace(btrim(r.reported_status), '\\s+', ' ', 'g')) in (${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )})`;

const ofReturn = (sellerId: string, alias: string): SQL =>
  sql`${sql.raw(alias)}.seller_id = ${sellerId} and ${sql.raw(alias)}.return_id = r.id`;

/** A closed request that the marketplace still works on stands in no open hand-over: it had been ticked before. */
const candidates = (sellerId: string, channelId: string, since: Date): SQL => sql`(
  (select r.id, h.move from handovers h join returns r on r.seller_id = h.seller_id and r.id = h.return_id
    where h.seller_id = ${sellerId} and h.done_at is null and r.channel_id = ${channelId} and ${wordsIn(reportedWords(isTold))}
    order by h.opened_at limit ${CANDIDATES})
  union
  (select r.id, null from handovers h join returns r on r.seller_id = h.seller_id and r.id = h.return_id
    where h.seller_id = ${sellerId} and h.done_at > ${since.toISOString()} and r.channel_id = ${channelId}
      and r.tab = 'closed' and ${wordsIn(reportedWords((status) => isTold(status) && !isTerminal(status)))}
      and not exists (select from handovers o where ${ofReturn(sellerId, "o")} and o.done_at is null)
    order by r.id limit ${CANDIDATES}))`;

const conflictRows = (sellerId: string, channelId: string, since: Date) => sql`
  select r.id as "returnId", r.number, o.number as "orderNumber", r.status, r.reported_status as "reportedStatus",
    r.reported->>'deliveredBackOn' as "deliveredBackOn", c.move as "openMove",
    (select e.data->>'reported' from events e where ${ofReturn(sellerId, "e")} and e.kind = 'kept_ours'
      and e.id > (m->>'id')::uuid order by e.id desc limit 1) as "keptAgainst",
    m as "lastMove",
    (select coalesce(json_agg(x), '[]') from (
      select i.title, i.sku, l.quantity from return_lines l
      join order_lines i on i.seller_id = l.seller_id and i.id = l.order_line_id
      where ${ofReturn(sellerId, "l")} order by l.position limit 2) x) as items
  from ${candidates(sellerId, channelId, since)} c
  join returns r on r.seller_id = ${sellerId} and r.id = c.id
  join orders o on o.seller_id = r.seller_id and o.id = r.order_id
  cross join lateral (
    select json_build_object('id', e.id, 'kind', e.kind, 'fromStatus', e.from_status, 'at', e.at,
      'actorKind', e.actor_kind, 'actorName', e.actor_name, 'because', e.data->>'because') as m
    from events e where ${ofReturn(sellerId, "e")} and e.from_status is not null order by e.id desc limit 1) last
  order by r.requested_on desc, r.id desc`;

const doneRows = (sellerId: string, channelId: string, limit: number) => sql`
  select r.id as "returnId", r.number, o.number as "orderNumber", h.move, h.done_at as "doneAt", h.done_by as "doneBy",
    e.kind, e.actor_name as "actorName", r.reported_status as "reportedStatus",
    r.reported->>'deliveredBackOn' as "deliveredBackOn",
    (select m.kind from events m where ${ofReturn(sellerId, "m")} and m.from_status is not null
      order by m.id desc limit 1) as "lastMove"
  from handovers h
  join returns r on r.seller_id = h.seller_id and r.id = h.return_id
  join orders o on o.seller_id = r.seller_id and o.id = r.order_id
  left join lateral (
    select e.kind, e.actor_name from events e
    where ${ofReturn(sellerId, "e")} and e.at = h.done_at and e.kind in ('handed_over', 'adopt') order by e.id desc limit 1) e on true
  where h.seller_id = ${sellerId} and h.done_at is not null and h.done_by <> 'undo' and r.channel_id = ${channelId}
  order by h.done_at desc, h.id desc limit ${limit}`;

type Notes = { conflicts: ConflictCandidate[]; done: DoneHandover[] };
type Asked = { since: Date; doneLimit: number };

/**
 * What stands beside a channel's open hand-overs, in one statement: what may be a conflict (of the ended ones only those
 * since an instant: a report looks no further back), and what was done last.
 */
export async function findHandoverNotes(
  tx: Tx,
  sellerId: string,
  channelId: string,
  { since, doneLimit }: Asked,
): Promise<Notes> {
  const [row] = await tx.execute<{ conflicts: ConflictCandidate[]; done: DoneHandover[] }>(sql`
    select (select coalesce(json_agg(x), '[]') from (${conflictRows(sellerId, channelId, since)}) x) as conflicts,
      (select coalesce(json_agg(x), '[]') from (${doneRows(sellerId, channelId, doneLimit)}) x) as done`);
  const { conflicts, done } = row ?? { conflicts: [], done: [] };
  return {
    conflicts: conflicts.map(({ lastMove, ...rest }) => ({
      ...rest,
      lastMove: lastMove && { ...lastMove, at: new Date(lastMove.at) },
    })),
    done: done.map(({ doneAt, ...rest }) => ({ ...rest, doneAt: new Date(doneAt) })),
  };
}
