import { type AnyColumn, and, asc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, events, imports, memberships, returns, users } from "@/db/schema";
import { startOfDay } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { day, id, oneOf, text, that } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { searchKey } from "@/lib/kernel/search-key";
import { ACTOR_KINDS, type ActorKind } from "@/lib/policy/actor";
import { RETURN_EVENT_KINDS } from "@/lib/policy/events/return-event-kinds";
import { type Clauses, listSql } from "../list/list-sql";
import { eventColumns } from "../moves/event-columns";

/** What files call who did something; other programs know these words. */
export const ACTOR_WORDS: Record<ActorKind, string> = {
  person: "seller",
  buyer: "buyer",
  product: "system",
  support: "support",
  key: "key",
};

const isActorKind = (word: string) => ACTOR_KINDS.some((kind) => kind === word);

/** By whom, as a member's id or a kind of actor that has no members, and on which days, both included. */
export const ASKED = { actor: that((word) => isId(word) || isActorKind(word)), from: day(), to: day() };

/** Days count in the reader's zone. An audit that folds tells an import in one line, and leaves out what stands in it. */
export type AuditCtx = { sellerId: string; timeZone: string; isFolded?: boolean };
type Told = { at: AnyColumn; actorKind: AnyColumn; actorId: AnyColumn };

export const daysOf = (at: AnyColumn) => ({
  from: (from: string, { timeZone }: AuditCtx) => gte(at, startOfDay(from, timeZone)),
  to: (to: string, { timeZone }: AuditCtx) => lt(at, startOfDay(addDays(to, 1), timeZone)),
});
/** The acts of whom and of when an audit is asked for. */
export const askedOf = ({ at, actorKind, actorId }: Told) => ({
  ...daysOf(at),
  actor: (word: string) => (isId(word) ? and(eq(actorKind, "person"), eq(actorId, word)) : eq(actorKind, word)),
});

/** So many returns that a text finds are told of at most; who wants fewer types on. */
const FOUND_AT_MOST = 500;

/** The returns that a text finds: by R- and a number that one alone, else by whatever begins like it. */
function isFound(search: string, { sellerId }: AuditCtx): SQL | undefined {
  const key = searchKey(search);
  if (key === "") return undefined;
  const keys = /^R-\d+$/.test(key) ? sql`k.key = ${key}` : sql`k.key >= ${key} and k.key < ${`${key}\u{10FFFF}`}`;
  return sql`${events.threadId} in (
    select k.return_id from return_keys k where k.seller_id = ${sellerId} and ${keys} limit ${FOUND_AT_MOST})`;
}

const readEvents = (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: { sellerId: string }) =>
  tx
    .select({
      ...eventColumns(sellerId),
      key,
      returnId: returns.id,
      number: returns.number,
      channelName: channels.name,
      marketplace: channels.marketplace,
    })
    .from(events)
    .innerJoin(returns, and(eq(returns.sellerId, events.sellerId), eq(returns.id, events.threadId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .leftJoin(imports, and(eq(imports.sellerId, events.sellerId), eq(imports.id, events.importId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type AuditRow = Omit<Awaited<ReturnType<typeof readEvents>>[number], "key">;

/** What happened to all returns of a seller, newest first. */
export const AUDIT = list<AuditRow>()({
  /** `q`: a number of a return or its order, an item, a buyer. */
  filter: { q: text(), importId: id({ key: "import" }), kind: oneOf(RETURN_EVENT_KINDS), ...ASKED },
  columns: {
    at: { value: ({ at }) => at, sort: "instant" },
    return: { value: ({ number }) => `R-${number}` },
    channel: { value: ({ channelName }) => channelName },
    event: { value: ({ kind }) => kind },
    from_status: { value: ({ fromStatus }) => fromStatus },
    to_status: { value: ({ toStatus }) => toStatus },
    actor: { value: ({ actorKind }) => ACTOR_WORDS[actorKind] },
    actor_name: { value: ({ actorName }) => actorName },
    job: { value: ({ bulkActId }) => bulkActId },
    file: { value: ({ importFile }) => importFile },
    data: { value: ({ data }) => JSON.stringify(data) },
    id: { value: ({ id: eventId }) => eventId },
  },
  sort: (_filter) => "-at",
  sizes: [50],
  beside: ["of"],
});

export const AUDIT_LIST = listSql(AUDIT, {
  table: events,
  id: events.id,
  base: ({ sellerId, isFolded = false }: AuditCtx) =>
    and(eq(events.sellerId, sellerId), eq(events.threadKind, "return"), isFolded ? isNull(events.importId) : undefined),
  filter: {
    q: isFound,
    importId: (importId) => eq(events.importId, importId),
    kind: (kind) => eq(events.kind, kind),
    ...askedOf(events),
  },
  sort: { at: events.at },
  read: readEvents,
});

/** The members of a seller by name, for choosing whose acts to see. */
export function listMembers(tx: Tx, sellerId: string) {
  return tx
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.sellerId, sellerId))
    .orderBy(asc(users.name), asc(users.id));
}
