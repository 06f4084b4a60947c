import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, memberships, returns, users } from "@/db/schema";
import type { ListMember } from "@/lib/presence/presence";

/** More than any seller has at work at once; a longer list would help nobody to choose. */
const MEMBERS_AT_MOST = 200;

/** Those who may be given a return: the active members, by name. */
export const activeMembers = (sellerId: string) =>
  sql<ListMember[]>`(
    select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name, m.id), '[]') from (
      select u.id, u.name from memberships s join users u on u.id = s.user_id
      where s.seller_id = ${sellerId} and s.deactivated_at is null and u.is_active
      order by u.name, u.id limit ${MEMBERS_AT_MOST}
    ) m)`;

/** The active member with this id, held against being deactivated meanwhile; null when there is none. */
export async function lockMember(tx: Tx, sellerId: string, userId: string): Promise<ListMember | null> {
  const [member] = await tx
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.sellerId, sellerId),
        eq(memberships.userId, userId),
        isNull(memberships.deactivatedAt),
        eq(users.isActive, true),
      ),
    )
    .for("share", { of: memberships });
  return member ?? null;
}

/** Takes these returns in id order, each with whose task it is. */
export function lockAssigned(tx: Tx, sellerId: string, ids: readonly string[]) {
  return tx
    .select({
      id: returns.id,
      from: sql<ListMember | null>`(
        select json_build_object('id', u.id, 'name', u.name) from users u where u.id = returns.assignee_id)`,
    })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])))
    .orderBy(asc(returns.id))
    .for("update");
}

/** Which returns somebody gave to whom in one act, and whose they were before. */
export function listAssignments(tx: Tx, sellerId: string, act: { by: string; at: Date; batchId: string }) {
  const person = (side: "before" | "assignee") => sql<string | null>`${events.data}->${sql.raw(`'${side}'`)}->>'id'`;
  return tx
    .select({ returnId: sql<string>`${events.subjectId}`, from: person("before"), to: person("assignee") })
    .from(events)
    .where(
      and(
        eq(events.sellerId, sellerId),
        eq(events.actorKind, "person"),
        eq(events.actorId, act.by),
        eq(events.at, act.at),
        eq(events.subjectKind, "return"),
        eq(events.kind, "assigned"),
        sql`${events.data}->>'batch' = ${act.batchId}`,
      ),
    );
}

/** The returns that are somebody's open task, locked in id order, with the person's name. */
export function lockAssignedTo(tx: Tx, sellerId: string, userId: string) {
  return tx
    .select({
      id: returns.id,
      assigneeName: sql<string>`(select u.name from users u where u.id = returns.assignee_id)`,
    })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.assigneeId, userId), ne(returns.tab, "closed")))
    .orderBy(asc(returns.id))
    .for("update");
}
