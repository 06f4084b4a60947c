import type { Db, Tx } from "@/db/client";
import { previewChanges } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { insertion } from "@/db/write-set";
import { type ChannelRules, listChannelRules } from "@/lib/channels/channel-rules";
import { todayIn } from "@/lib/kernel/calendar";
import { refusalOf } from "@/lib/platform/failure";
import { LostLease } from "@/lib/platform/queue/lease";
import type { Handler, Work } from "@/lib/platform/queue/work";
import { addToImpact, type Impact, type ImpactChange, noImpact } from "@/lib/policy/judging/impact";
import { judgedByBoth } from "@/lib/policy/judging/judged-by";
import type { Policy } from "@/lib/policy/terms/terms";
import { inForce } from "@/lib/policy/terms/versions";
import { factsOfRequests, listRequestsSince, type PastRequest } from "./past-requests";
import { clearPreviewChanges, findRunningPreview, updatePreview } from "./previews";
import { previewedSince } from "./start-preview";

const AT_ONCE = 2000;
const ATTEMPTS = 3;

/** Judges the requests of the last days twice, as things are and as they would be, and sums what is different. */
export const previewWork: Handler = async (db, work) => {
  const { sellerId, id, attempt, signal } = work;
  try {
    await run(db, work);
  } catch (error) {
    if (attempt < ATTEMPTS || signal.aborted || error instanceof LostLease) throw error;
    const { code, reference } = refusalOf(error, "preview");
    await withSeller(db, sellerId, (tx) =>
      updatePreview(tx, sellerId, id, { state: "failed", failure: `${code} ${reference}` }),
    );
  }
};

type Prepared = { channel: ChannelRules; before: Policy; after: Policy; since: string };

const prepare = (db: Db, { sellerId, id, now, fence }: Work): Promise<Prepared | null> =>
  withSeller(db, sellerId, async (tx) => {
    await fence(tx);
    const preview = await findRunningPreview(tx, sellerId, id);
    const [channel] = preview ? await listChannelRules(tx, sellerId, [preview.channelId]) : [];
    if (!preview || !channel) return null;
    // An interrupted run left some: a preview begins at the beginning.
    await clearPreviewChanges(tx, sellerId, id);
    const { terms } = inForce(channel.versions, todayIn(now, channel.timeZone));
    const before = { terms, operation: channel.current.operation };
    const after = { terms: preview.terms ?? before.terms, operation: preview.operation ?? before.operation };
    const since = previewedSince(preview.createdAt, channel.timeZone);
    // A pause is over some day: what is compared is the settings.
    return { channel: { ...channel, isAutomationPaused: false }, before, after, since };
  });

async function run(db: Db, work: Work): Promise<void> {
  const { sellerId, id, now, signal, fence } = work;
  const prepared = await prepare(db, work);
  if (!prepared) return;
  const impact = noImpact();
  let after: { requestedOn: string; id: string } | null = null;
  let listed = 0;
  while (!signal.aborted) {
    const page = { channelId: prepared.channel.id, since: prepared.since, after, limit: AT_ONCE };
    const last = await withSeller(db, sellerId, async (tx): Promise<PastRequest | undefined> => {
      await fence(tx);
      const rows = await listRequestsSince(tx, sellerId, page);
      const changes = await judgeTwice(tx, sellerId, rows, { ...prepared, now, impact });
      await insertChanges(tx, { sellerId, previewId: id, after: listed }, changes);
      listed += changes.length;
      const ending = rows.length < AT_ONCE ? { state: "done" as const, impact, finishedAt: now } : {};
      await updatePreview(tx, sellerId, id, { done: impact.judged, ...ending });
      return rows.length < AT_ONCE ? undefined : rows.at(-1);
    });
    if (!last) return;
    after = last;
  }
}

type Change = { returnId: string; change: ImpactChange };

async function judgeTwice(
  tx: Tx,
  sellerId: string,
  rows: readonly PastRequest[],
  { channel, before, after, now, impact }: Prepared & { now: Date; impact: Impact },
): Promise<Change[]> {
  const factsBy = await factsOfRequests(tx, { sellerId, channel, now }, rows);
  return rows.flatMap((row) => {
    const facts = factsBy.get(row.id);
    if (!facts) return [];
    const { currency, valueMinor, labelCostMinor } = row;
    const pair = judgedByBoth(facts, before, after);
    const change = addToImpact(impact, { ...pair, currency, valueMinor, labelCostMinor });
    return change ? [{ returnId: row.id, change }] : [];
  });
}

async function insertChanges(
  tx: Tx,
  { sellerId, previewId, after }: { sellerId: string; previewId: string; after: number },
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((one, index) => ({ sellerId, previewId, position: after + index + 1, ...one }));
  await tx.execute(insertion(previewChanges, rows));
}
