import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { robots, sellers } from "@/db/schema";
import type { MessageState, TeamEvent } from "@/lib/policy/messages/message";
import type { Pace } from "@/lib/policy/messages/robot-kinds";

type LastMessage = { id: string; state: MessageState; error: string | null };

/** What became of the newest message to a robot in the last month. */
const lastMessageOf = (sellerId: string) => sql<LastMessage | null>`(
  select json_build_object('id', m.id, 'state', m.state, 'error', m.last_error)
  from messages m
  where m.seller_id = ${sellerId} and m.robot_id = robots.id and m.created_at > now() - interval '30 days'
  order by m.created_at desc, m.id desc limit 1)`;

/** The robots in use, without what is secret about them. */
export function listRobots(tx: Tx, sellerId: string) {
  return tx
    .select({
      id: robots.id,
      kind: robots.kind,
      name: robots.name,
      urlEnd: sql<string>`right(${robots.url}, 4)`,
      hasSecret: sql<boolean>`${robots.secret} is not null`,
      locale: robots.locale,
      events: robots.events,
      isOn: robots.isOn,
      last: lastMessageOf(sellerId),
    })
    .from(robots)
    .where(and(eq(robots.sellerId, sellerId), isNull(robots.retiredAt)))
    .orderBy(asc(robots.createdAt), asc(robots.id));
}

export type RobotRow = Awaited<ReturnType<typeof listRobots>>[number];

/** What a robot's reader knows the shop by. */
export async function findSellerName(tx: Tx, sellerId: string): Promise<string> {
  const [row] = await tx.select({ name: sellers.name }).from(sellers).where(eq(sellers.id, sellerId));
  return row?.name ?? "";
}

/** The robots that are to be told of an event. */
export function listListeningRobots(tx: Tx, sellerId: string, event: TeamEvent) {
  return tx
    .select({ id: robots.id, kind: robots.kind, name: robots.name, locale: robots.locale })
    .from(robots)
    .where(
      and(
        eq(robots.sellerId, sellerId),
        isNull(robots.retiredAt),
        robots.isOn,
        sql`${robots.events} @> ${JSON.stringify([event])}::jsonb`,
      ),
    )
    .orderBy(asc(robots.createdAt), asc(robots.id));
}

/** Where and how a robot is told; null when it is retired or not the seller's. */
export async function findRobot(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({
      id: robots.id,
      kind: robots.kind,
      name: robots.name,
      url: robots.url,
      secret: robots.secret,
      locale: robots.locale,
      isOn: robots.isOn,
    })
    .from(robots)
    .where(and(eq(robots.sellerId, sellerId), eq(robots.id, id), isNull(robots.retiredAt)));
  return row ?? null;
}

/** A robot in use as it can be changed, locked; without what is secret about it. */
export async function lockRobot(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({ name: robots.name, locale: robots.locale, events: robots.events, isOn: robots.isOn })
    .from(robots)
    .where(and(eq(robots.sellerId, sellerId), eq(robots.id, id), isNull(robots.retiredAt)))
    .for("update");
  return row ?? null;
}

type Asked = { robotId: string; messageId: string; now: Date; pace: Pace };

/**
 * When a robot can be told the next message, if not at once: as soon as the oldest of the last so many is long enough
 * ago. What is on its way counts as told now; what is older than any try is let go of, for the index's sake.
 */
export async function robotRoomAt(tx: Tx, sellerId: string, { robotId, messageId, now, pace }: Asked) {
  const { atMost, seconds } = pace;
  const at = sql`${now.toISOString()}::timestamptz`;
  const told = await tx.execute<{ roomAt: string }>(sql`
    select coalesce(t.told_at, ${at}) + make_interval(secs => ${seconds}) as "roomAt"
    from (
      select case when m.state = 'sent' then m.sent_at end as told_at
      from messages m
      where m.seller_id = ${sellerId} and m.robot_id = ${robotId} and m.id <> ${messageId}
        and m.created_at > ${at} - interval '6 days'
        and (m.state = 'sending' or (m.state = 'sent' and m.sent_at > ${at} - make_interval(secs => ${seconds})))
    ) t
    order by coalesce(t.told_at, ${at}) desc limit ${atMost}`);
  const oldest = told.length < atMost ? undefined : told.at(-1);
  return oldest ? new Date(oldest.roomAt) : null;
}

/** How many messages wait for a robot before this one. */
export async function countWaiting(tx: Tx, sellerId: string, { robotId, messageId }: Omit<Asked, "now" | "pace">) {
  const [row] = await tx.execute<{ ahead: number }>(sql`
    select count(*)::int as ahead from messages m
    join messages own on own.seller_id = m.seller_id and own.id = ${messageId}
    where m.seller_id = ${sellerId} and m.robot_id = ${robotId} and m.state = 'queued'
      and (m.created_at, m.id) < (own.created_at, own.id)`);
  return row?.ahead ?? 0;
}

/** Writes a robot down; false where it stands there already. */
export async function insertRobot(tx: Tx, row: typeof robots.$inferInsert): Promise<boolean> {
  const made = await tx.insert(robots).values(row).onConflictDoNothing().returning({ id: robots.id });
  return made.length > 0;
}

type Changes = Partial<
  Pick<typeof robots.$inferInsert, "name" | "url" | "secret" | "locale" | "events" | "isOn" | "retiredAt">
>;

/** Changes a locked robot. */
export async function updateRobot(tx: Tx, sellerId: string, id: string, changes: Changes): Promise<void> {
  await tx
    .update(robots)
    .set(changes)
    .where(and(eq(robots.sellerId, sellerId), eq(robots.id, id)));
}
