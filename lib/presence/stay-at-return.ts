import { and, eq, inArray, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { presence, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
import type { Doing } from "@/lib/policy/doings";
import { type Colleague, findCompany, isHere, type LastMove } from "./presence";

type Place = { sellerId: string; returnId: string; userId: string };
/** Who else is at a return, and what happened to it last. */
export type Company = { colleagues: Colleague[]; lastMove: LastMove | null };

const placeOf = ({ sellerId, actor }: Ctx, returnId: string): Place => ({
  sellerId,
  returnId,
  userId: personId(actor),
});

const ofPlace = ({ sellerId, returnId, userId }: Place) =>
  and(eq(presence.sellerId, sellerId), eq(presence.returnId, returnId), eq(presence.userId, userId));

/**
 * Notes that a person is at a return and what they do there, by the database's clock, and answers who else is. What is
 * left of those who went without a word is cleared away. Refuses `not_found`.
 */
export const stayAtReturn = (
  ctx: Ctx,
  { returnId, doing }: { returnId: string; doing: Doing },
): Promise<Result<Company, Refusal>> =>
  withSeller(ctx.db, ctx.sellerId, async (tx) => {
    const place = placeOf(ctx, returnId);
    const found = await findCompany(tx, { ...place, doing });
    if (!found) return refuse({ code: "not_found" });
    if (found.own) await goOn(tx, place, { doing, now: found.now, goesOn: found.own.goesOn });
    else await come(tx, place, doing);
    const gone = found.others.filter((other) => !other.isHere);
    if (gone.length > 0) {
      await forget(
        tx,
        place,
        gone.map(({ id }) => id),
      );
    }
    const colleagues = found.others.flatMap(({ isHere: isStillHere, ...colleague }) =>
      isStillHere ? [colleague] : [],
    );
    return ok({ colleagues, lastMove: found.lastMove });
  });

/** Takes a person's note away; whoever has none is away already. */
export const leaveReturn = (ctx: Ctx, { returnId }: { returnId: string }): Promise<void> =>
  withSeller(ctx.db, ctx.sellerId, async (tx) => {
    await tx.delete(presence).where(ofPlace(placeOf(ctx, returnId)));
  });

type Beat = { doing: Doing; now: string; goesOn: boolean };

async function goOn(tx: Tx, place: Place, { doing, now, goesOn }: Beat): Promise<void> {
  const seenAt = sql`${now}::timestamptz`;
  await tx
    .update(presence)
    .set({ doing, seenAt, ...(goesOn ? {} : { since: seenAt }) })
    .where(ofPlace(place));
}

/** A return that is being moved right now is not waited for: the next beat will do. */
async function come(tx: Tx, place: Place, doing: Doing): Promise<void> {
  const [free] = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, place.sellerId), eq(returns.id, place.returnId)))
    .for("key share", { skipLocked: true });
  if (!free) return;
  await tx
    .insert(presence)
    .values({ ...place, doing, since: sql`now()`, seenAt: sql`now()` })
    .onConflictDoNothing();
}

/** Leaves alone whom somebody else is writing: two who clear each other away would wait for each other. */
async function forget(tx: Tx, { sellerId, returnId }: Place, userIds: string[]): Promise<void> {
  const ofThem = and(
    eq(presence.sellerId, sellerId),
    eq(presence.returnId, returnId),
    inArray(presence.userId, userIds),
    not(isHere(sql`${presence.seenAt}`)),
  );
  const free = tx.select({ userId: presence.userId }).from(presence).where(ofThem).for("update", { skipLocked: true });
  await tx.delete(presence).where(and(ofThem, inArray(presence.userId, free)));
}
