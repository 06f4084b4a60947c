import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { type NewMessage, queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { addWork } from "@/lib/platform/queue/lease";
import type { Handler } from "@/lib/platform/queue/work";
import { digestSince, digestSpan, dueDigestOn, nextLook } from "./watch-times";
import { countForDigest, hasBecomeOverdue, lockWatched, saveWatched } from "./watched";

/**
 * Looks at one seller by the database's clock: tells once what became overdue since it was told last, and sends the
 * digest of the day. A first look tells nothing of the past; after a standstill there is one message of each, not many.
 */
export const watchWork: Handler = (db, { sellerId, now, fence }) =>
  withSeller(db, sellerId, async (tx) => {
    await fence(tx);
    const watched = await lockWatched(tx, sellerId);
    if (!watched) return;
    const digestOn = dueDigestOn(now, watched);
    const told = [
      await overdue(tx, sellerId, watched.overdueToldUntil, now),
      await digest(tx, sellerId, { ...watched, on: digestOn }, now),
    ];
    await writeTogether(
      tx,
      queuedMessages(
        sellerId,
        told.filter((message) => message !== null),
      ),
    );
    await saveWatched(tx, sellerId, {
      digestOn: laterOf(watched.digestOn, digestOn),
      overdueToldUntil: new Date(Math.max(now.getTime(), watched.overdueToldUntil?.getTime() ?? 0)),
    });
    await addWork(tx, { sellerId, kind: "watch", id: sellerId, dueAt: nextLook(now, watched) });
  });

/** A zone changed westwards must not send the digest of a day twice. */
const laterOf = (a: string | null, b: string): string => (a !== null && a > b ? a : b);

const messageOf = (kind: NewMessage["kind"], dedupeKey: string, now: Date, data: NewMessage["data"]): NewMessage => ({
  kind,
  returnId: null,
  eventId: null,
  dedupeKey,
  availableAt: now,
  createdAt: now,
  data: data ?? {},
});

async function overdue(tx: Tx, sellerId: string, since: Date | null, until: Date): Promise<NewMessage | null> {
  if (since === null || !(await hasBecomeOverdue(tx, sellerId, { since, until }))) return null;
  const span = { since: since.toISOString(), until: until.toISOString() };
  return messageOf("team.overdue", `overdue:${span.until}`, until, span);
}

type Digest = { on: string; digestOn: string | null; digestHour: number; digestZone: string };

async function digest(tx: Tx, sellerId: string, { on, digestOn, ...time }: Digest, now: Date) {
  if (digestOn === null || digestOn >= on) return null;
  const since = digestSince(digestOn, time);
  const counts = await countForDigest(tx, sellerId, digestSpan({ on, zone: time.digestZone, since, until: now }));
  if (Object.values(counts).every((count) => count === 0)) return null;
  return messageOf("team.digest", `digest:${on}`, now, {
    on,
    since: since.toISOString(),
    until: now.toISOString(),
  });
}
