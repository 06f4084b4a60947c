import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { claims, events } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { insertion, writeTogether } from "@/db/write-set";
import { todayIn } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/ids";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { claimEventRow } from "@/lib/platform/moves/event-row";
import { NotYet } from "@/lib/platform/queue/work";
import { product } from "@/lib/policy/actor";
import { assessClaim } from "@/lib/policy/claims/assess-claim";
import { type ClaimProgramme, claimDueAt, claimProgrammeOf } from "@/lib/policy/claims/programme";
import { type ClaimStatus, claimStatusOf, isUnfiled, WATCHED } from "@/lib/policy/machines/claim/statuses";
import { findClaimFacts } from "./claim-facts";
import { moveClaimIn } from "./move-claim";

const DAY = 86_400_000;
type Known = NonNullable<Awaited<ReturnType<typeof findClaimFacts>>>;

/**
 * Looks at what a marketplace refunded of a return without us: a claim begins, follows what comes of the goods, and takes
 * over what the marketplace reports of it. It may run any number of times; while something can still change by time alone, it comes back.
 */
export async function followClaim(
  { db, sellerId, now }: Omit<Ctx, "actor">,
  { returnId }: { returnId: string },
): Promise<void> {
  const next = await withSeller(db, sellerId, async (tx) => {
    const acting = { sellerId, now, actor: product("clock") };
    if ((await lockReturns(tx, sellerId, [returnId])).size === 0) return null;
    const known = await findClaimFacts(tx, sellerId, returnId, now);
    const programme = known && claimProgrammeOf(known.marketplace);
    if (!known || !programme) return null;
    const word = known.reported?.safet?.state ?? null;
    if (known.claimId === null && known.facts.outsideMinor <= 0 && word === null) return null;
    const claimId = known.claimId ?? (await openClaim(tx, acting, returnId, known, programme));
    await moveClaimIn(tx, acting, claimId, { move: "assess", assessed: assessClaim(known.facts, programme) });
    await adopt(tx, acting, claimId, known);
    return nextLook(tx, acting, claimId, known);
  });
  if (next) throw new NotYet(next);
}

async function openClaim(
  tx: Tx,
  { sellerId, now, actor }: Acting,
  returnId: string,
  { orderId, currency, requestedOn, timeZone, facts }: Known,
  programme: ClaimProgramme,
): Promise<string> {
  const id = newId();
  await writeTogether(tx, [
    insertion(claims, [
      {
        ...{ sellerId, id, orderId, returnId, currency, status: WATCHED, statusChangedAt: now, createdAt: now },
        // No report says when the refund was charged: not before it was asked for, and not after we heard of it.
        dueAt: claimDueAt(requestedOn, timeZone, programme),
        endsAt: claimDueAt(todayIn(now, timeZone), timeZone, programme),
      },
    ]),
    insertion(events, [
      claimEventRow({
        ...{ kind: "open", data: { amountMinor: facts.outsideMinor, currency } },
        ...{ sellerId, actor, now, claim: { id, returnId }, toStatus: WATCHED },
      }),
    ]),
  ]);
  return id;
}

/** What the last report says of it, where that is news. */
async function adopt(tx: Tx, acting: Acting, claimId: string, known: Known): Promise<void> {
  const { adopted } = known;
  const safet = known.reported?.safet;
  if (!safet?.state) return;
  const told = {
    ...{ word: safet.state, claimNumber: safet.claimId },
    amountMinor: safet.amountMinor === 0 ? null : safet.amountMinor,
  };
  // Told once it is followed once: what a person has noted since stands until the report says something else.
  const isTold = (Object.keys(told) as (keyof typeof told)[]).every((fact) => adopted?.[fact] === told[fact]);
  if (!isTold) await moveClaimIn(tx, acting, claimId, { move: "adopt", state: claimStatusOf(told.word), ...told });
}

/** When time alone can change it; null: it waits for a person, a report or the goods, which all come back here. */
async function nextLook(
  tx: Tx,
  { sellerId, now }: Acting,
  claimId: string,
  { waitedUntil }: Known,
): Promise<Date | null> {
  const [row] = await tx.execute<{ status: ClaimStatus; endsAt: string }>(
    sql`select c.status, c.ends_at as "endsAt" from claims c where c.seller_id = ${sellerId} and c.id = ${claimId}`,
  );
  const endsAt = row && new Date(row.endsAt);
  if (!endsAt || !isUnfiled(row.status) || endsAt <= now) return null;
  // Where a parcel is, and what we refund ourselves, is not told to us here: once a day is early enough.
  const daily = new Date(now.getTime() + DAY);
  const soonest = waitedUntil > now && waitedUntil < daily ? waitedUntil : daily;
  return soonest < endsAt ? soonest : endsAt;
}
