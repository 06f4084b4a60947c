import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, sellers, sessions, users } from "@/db/schema";
import { alsoInSeller, withUser } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addAccountEvent } from "@/lib/platform/audit/account-events";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { OwnCtx } from "@/lib/platform/ctx";
import { trail } from "@/lib/platform/log";
import { beginWatch } from "@/lib/platform/outbox/begin-watch";

/** How long platform support may look at a shop before it has to say again why. */
const VISIT_MINUTES = 60;

type Switch = {
  sellerId: string;
  /** Why platform support looks at the shop; a member needs none. */
  reason?: string | undefined;
};
export type SwitchRefusal = { code: "not_found" | "reason_needed" };

/** Turns one session to another seller: a member's own, for support staff any, for a while and a reason that the shop reads. */
export async function switchSeller(
  { db, user: { id: userId }, sessionId, now }: OwnCtx,
  { sellerId, reason: said = "" }: Switch,
): Promise<Result<null, SwitchRefusal>> {
  const reason = said.trim();
  const turned = await withUser(db, userId, async (tx): Promise<Result<{ isVisit: boolean }, SwitchRefusal>> => {
    const seen = await lockPerson(tx, { userId, sellerId });
    if (!seen) return refuse({ code: "not_found" });
    const isVisit = !seen.isMember;
    if (isVisit && reason === "") return refuse({ code: "reason_needed" });
    const visitUntil = isVisit ? new Date(now.getTime() + VISIT_MINUTES * 60_000) : null;
    if (seen.isSupport) await endVisits(tx, { userId, now });
    const turned = await tx
      .update(sessions)
      .set({ sellerId, visitUntil })
      .where(openSession({ sessionId, userId }))
      .returning({ id: sessions.id });
    if (turned.length === 0) return refuse({ code: "not_found" });
    await alsoInSeller(tx, sellerId, async () => {
      if (isVisit) await told(tx, { userId, sellerId, now }, { reason, minutes: VISIT_MINUTES });
      await beginWatch(tx, sellerId);
    });
    return ok({ isVisit });
  });
  if (!turned.ok) return turned;
  if (turned.value.isVisit) trail("support entered", { userId, sellerId, sessionId, minutes: VISIT_MINUTES });
  return ok(null);
}

/** Platform support leaves the shop it looks at, before its time is over. */
export async function leaveSeller({
  db,
  user: { id: userId },
  sessionId,
  now,
}: OwnCtx): Promise<Result<null, { code: "not_found" }>> {
  const left = await withUser(db, userId, (tx) => endVisits(tx, { userId, sessionId, now }));
  for (const sellerId of left) trail("support left", { userId, sellerId, sessionId });
  return left.length > 0 ? ok(null) : refuse({ code: "not_found" });
}

const openSession = ({ sessionId, userId }: { sessionId: string; userId: string }) =>
  and(
    eq(sessions.id, sessionId),
    eq(sessions.userId, userId),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, sql`now()`),
  );

/** The person, held, with what the seller is to them; null where it may not be seen. */
async function lockPerson(tx: Tx, { userId, sellerId }: { userId: string; sellerId: string }) {
  const [person] = await tx
    .select({ isSupport: users.isSupport })
    .from(users)
    .where(eq(users.id, userId))
    .for("update");
  const [seen] = await tx
    .select({ isMember: sql<boolean>`${memberships.userId} is not null` })
    .from(sellers)
    .leftJoin(
      memberships,
      and(eq(memberships.sellerId, sellers.id), eq(memberships.userId, userId), isNull(memberships.deactivatedAt)),
    )
    .where(eq(sellers.id, sellerId));
  return person && seen ? { ...person, ...seen } : null;
}

/** Ends the visits of a person that are not over yet, in whichever browser: nobody is in two shops at once. */
async function endVisits(
  tx: Tx,
  { userId, sessionId, now }: { userId: string; sessionId?: string; now: Date },
): Promise<string[]> {
  const open = await tx
    .select({ id: sessions.id, sellerId: sessions.sellerId })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        sessionId === undefined ? undefined : eq(sessions.id, sessionId),
        isNull(sessions.endedAt),
        gt(sessions.visitUntil, now),
      ),
    );
  const left = open.flatMap(({ sellerId }) => sellerId ?? []);
  await tx
    .update(sessions)
    .set({ sellerId: null, visitUntil: null })
    .where(
      and(
        eq(sessions.userId, userId),
        sessionId === undefined ? undefined : eq(sessions.id, sessionId),
        sql`${sessions.visitUntil} is not null`,
      ),
    );
  for (const sellerId of left) await alsoInSeller(tx, sellerId, () => told(tx, { userId, sellerId, now }, null));
  return left;
}

async function told(
  tx: Tx,
  { userId, sellerId, now }: { userId: string; sellerId: string; now: Date },
  entered: { reason: string; minutes: number } | null,
): Promise<void> {
  const by = { sellerId, actor: { kind: "support" as const, id: userId }, now };
  if (entered) {
    await addSellerEvent(tx, { ...by, kind: "support_entered", data: entered });
    await addAccountEvent(tx, { userId, kind: "shop_entered", now, data: { ...entered, sellerId } });
    return;
  }
  await addSellerEvent(tx, { ...by, kind: "support_left" });
  await addAccountEvent(tx, { userId, kind: "shop_left", now, data: { sellerId } });
}
