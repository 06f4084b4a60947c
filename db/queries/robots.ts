import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { MessageState, TeamEvent } from "../../lib/notifications/message";
import type { Tx } from "../client";
import { robots } from "../schema";

type LastMessage = { id: string; state: MessageState; error: string | null };

/** What became of the newest message to a robot in the last month. */
const lastMessage = sql<LastMessage | null>`(
  select json_build_object('id', m.id, 'state', m.state, 'error', m.last_error)
  from messages m
  where m.seller_id = ${robots.sellerId} and m.robot_id = robots.id and m.created_at > now() - interval '30 days'
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
      last: lastMessage,
    })
    .from(robots)
    .where(and(eq(robots.sellerId, sellerId), isNull(robots.retiredAt)))
    .orderBy(asc(robots.createdAt), asc(robots.id));
}

export type RobotRow = Awaited<ReturnType<typeof listRobots>>[number];

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
