import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { parcelReturns, parcelScans, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { insertion } from "@/db/write-set";
import { addHours } from "@/lib/kernel/calendar";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { CHUNK, moveIn } from "@/lib/platform/moves/writer";
import { parcelMachine } from "@/lib/policy/machines/parcel/parcel-machine";
import { type ScanCode, TELLING_SCANS } from "@/lib/policy/machines/parcel/statuses";
import { scanCodeOf } from "@/lib/policy/parcels/scan-words";
import { parcelIdOf } from "./announcements";
import { parcelStore } from "./parcel-store";

/** In one transaction. */
export const SCANS_AT_MOST = 500;
/** A carrier's clock may be a little fast; a scan from tomorrow would outrank all that follow. */
const AHEAD_HOURS = 1;

const oneLine = (atMost: number) => z.string().trim().min(1).max(atMost);

/** A scan as it is told: by tracking number, in the carrier's own word. */
export const scanSchema = z.strictObject({
  tracking: oneLine(200),
  at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
  status: oneLine(100),
  place: oneLine(200).optional(),
});
export type Scan = z.output<typeof scanSchema>;

/** Scans as another program tells them. */
export const scansInput = z.strictObject({ scans: z.array(scanSchema).min(1).max(SCANS_AT_MOST) });

/** What became of one scan; only `recorded` and `unknown_word` were written, the last of them moves nothing. */
export type ScanOutcome = "recorded" | "unknown_word" | "known" | "unknown_parcel" | "from_future";

/** Whoever tells it, and of which channel's parcels they may; null: of any. */
type Telling = Acting & { channelId?: string; importId?: string };

/**
 * Writes scans of parcels down and follows the newest of each. Any order is fine, and the same scan twice is one; a number
 * that nobody announced is answered as such and kept nowhere. Answers in the order of the scans.
 */
export const recordScans = (
  { db, ...telling }: Ctx & { channelId: string },
  { scans }: z.output<typeof scansInput>,
): Promise<ScanOutcome[]> => withSeller(db, telling.sellerId, (tx) => recordScansIn(tx, telling, scans));

/** The same within a transaction, for at most 500. */
export async function recordScansIn(
  tx: Tx,
  { sellerId, actor, now, importId, channelId }: Telling,
  scans: readonly Scan[],
): Promise<ScanOutcome[]> {
  const latest = addHours(now, AHEAD_HOURS);
  const told = scans.map((scan) => ({ ...scan, parcelId: parcelIdOf(scan.tracking), code: scanCodeOf(scan.status) }));
  const ids = [...new Set(told.map(({ parcelId }) => parcelId))];
  if (ids.length > CHUNK) throw new Error("more parcels than one transaction takes");
  const known = await parcelStore.lock(tx, sellerId, channelId ? await ofChannel(tx, sellerId, channelId, ids) : ids);
  const counting = told.filter(({ parcelId, at }) => known.has(parcelId) && at <= latest);
  const written = await keepScans(tx, sellerId, counting, now);
  const each = await newestOf(tx, sellerId, [...new Set(counting.map(({ parcelId }) => parcelId))]);
  await moveIn(
    tx,
    { machine: parcelMachine, store: parcelStore, actor: actor.kind },
    {
      sellerId,
      ids: Object.keys(each),
      request: { move: "scan" },
      each,
      actor,
      now,
      ...(importId ? { importId } : {}),
    },
    // An older scan is in the list; it moves nothing, and that is no fault.
    async (plan) => plan,
  );
  return told.map((scan) => {
    if (!known.has(scan.parcelId)) return "unknown_parcel";
    if (scan.at > latest) return "from_future";
    if (!written.delete(keyOf(scan))) return "known";
    return scan.code === null ? "unknown_word" : "recorded";
  });
}

/** As words of the statement: an expression that stands in it twice is known as one only without parameters. */
const TELLING = sql.raw(TELLING_SCANS.map((code) => `'${code}'`).join());

type Kept = {
  parcelId: string;
  isTelling: boolean;
  at: Date;
  word: string;
  code: ScanCode | null;
  place: string | null;
};

/** Of each parcel its newest scan, and the newest that says where it is. */
async function newestOf(tx: Tx, sellerId: string, ids: readonly string[]) {
  const each: Record<string, { newest: Kept; telling: Kept | null }> = {};
  if (ids.length === 0) return each;
  const isTelling = sql<boolean>`coalesce(${parcelScans.code} in (${TELLING}), false)`;
  const { parcelId, at, word, code, place } = parcelScans;
  const kept: Kept[] = await tx
    .selectDistinctOn([parcelId, isTelling], { parcelId, isTelling, at, word, code, place })
    .from(parcelScans)
    .where(and(eq(parcelScans.sellerId, sellerId), inArray(parcelId, [...ids])))
    .orderBy(parcelId, isTelling, desc(at), word);
  for (const scan of kept) {
    const before = each[scan.parcelId];
    const newest = before && before.newest.at > scan.at ? before.newest : scan;
    each[scan.parcelId] = { newest, telling: scan.isTelling ? scan : (before?.telling ?? null) };
  }
  return each;
}

/** Those of the parcels that carry a return of a channel. */
async function ofChannel(tx: Tx, sellerId: string, channelId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: parcelReturns.parcelId })
    .from(parcelReturns)
    .innerJoin(returns, and(eq(returns.sellerId, parcelReturns.sellerId), eq(returns.id, parcelReturns.returnId)))
    .where(
      and(
        eq(parcelReturns.sellerId, sellerId),
        eq(returns.channelId, channelId),
        inArray(parcelReturns.parcelId, [...ids]),
      ),
    );
  return rows.map(({ id }) => id);
}

const keyOf = ({ parcelId, at, status }: { parcelId: string; at: Date; status: string }): string =>
  `${parcelId} ${at.toISOString()} ${status}`;

/** Keeps what was not told before, and answers which that is. */
async function keepScans(
  tx: Tx,
  sellerId: string,
  scans: readonly (Scan & { parcelId: string; code: ReturnType<typeof scanCodeOf> })[],
  now: Date,
): Promise<Set<string>> {
  if (scans.length === 0) return new Set();
  const rows = await tx.execute<{ parcelId: string; at: string; status: string }>(
    sql`${insertion(
      parcelScans,
      scans.map(({ parcelId, at, status: word, code, place = null }) => {
        return { sellerId, parcelId, at, word, code, place, toldAt: now };
      }),
    )} on conflict do nothing returning parcel_id as "parcelId", at, word as status`,
  );
  return new Set(rows.map((row) => keyOf({ ...row, at: new Date(row.at) })));
}
