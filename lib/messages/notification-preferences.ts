import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, notificationPreferences, sellers, users } from "@/db/schema";
import type { TeamEvent } from "@/lib/policy/messages/message";

/** What a member chose of each event; an event that is missing is as their role has it. */
export type ChosenEvents = Partial<Record<TeamEvent, boolean>>;

const chosenOf = (sellerId: string) => sql<ChosenEvents>`(
  select coalesce(json_object_agg(p.event, p.is_on), '{}') from notification_preferences p
  where p.seller_id = ${sellerId} and p.user_id = memberships.user_id)`;

/** Everybody who works for the seller, by name, with what they chose to be told. */
export function listMemberChoices(tx: Tx, sellerId: string) {
  return tx
    .select({ id: users.id, name: users.name, email: users.email, role: memberships.role, chosen: chosenOf(sellerId) })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), users.isActive))
    .where(and(eq(memberships.sellerId, sellerId), isNull(memberships.deactivatedAt)))
    .orderBy(asc(users.name), asc(users.id));
}

export type MemberChoices = Awaited<ReturnType<typeof listMemberChoices>>[number];

/** The roles of those who work for the seller, by their id. */
export async function listMemberRoles(tx: Tx, sellerId: string) {
  const rows = await tx
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.sellerId, sellerId), isNull(memberships.deactivatedAt)));
  return new Map(rows.map(({ userId, role }) => [userId, role]));
}

type Choice = { userId: string; event: TeamEvent; isOn: boolean };

/** Keeps what members chose, over what they chose before. */
export async function saveChoices(tx: Tx, sellerId: string, choices: readonly Choice[]): Promise<void> {
  if (choices.length === 0) return;
  await tx
    .insert(notificationPreferences)
    .values(choices.map((choice) => ({ sellerId, ...choice })))
    .onConflictDoUpdate({
      target: [notificationPreferences.sellerId, notificationPreferences.userId, notificationPreferences.event],
      set: { isOn: sql`excluded.is_on` },
    });
}

/** When the digest is sent. */
export async function findDigestTime(tx: Tx, sellerId: string) {
  const [row] = await tx
    .select({ hour: sellers.digestHour, zone: sellers.digestZone })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  if (!row) throw new Error("no such seller");
  return row;
}

/** Sets when the digest is sent, unless it is no longer as it was seen. */
export async function saveDigestTime(
  tx: Tx,
  sellerId: string,
  seen: { hour: number; zone: string },
  { hour, zone }: { hour: number; zone: string },
): Promise<boolean> {
  const saved = await tx
    .update(sellers)
    .set({ digestHour: hour, digestZone: zone })
    .where(and(eq(sellers.id, sellerId), eq(sellers.digestHour, seen.hour), eq(sellers.digestZone, seen.zone)))
    .returning({ id: sellers.id });
  return saved.length > 0;
}
