import { withSeller } from "@/db/tenant";
import { readingLanguage } from "@/lib/kernel/buyer-languages";
import type { Money } from "@/lib/kernel/money";
import { ok, type Result } from "@/lib/kernel/result";
import { planBulk } from "@/lib/platform/bulk/run-bulk";
import type { Ctx } from "@/lib/platform/ctx";
import { headline } from "@/lib/policy/judging/headline";
import type { Reason } from "@/lib/policy/judging/rules";
import { PICKED_AT_MOST } from "@/lib/policy/limits";
import { isClosing, isConsent } from "@/lib/policy/machines/return/move-names";
import type { ChannelMode } from "@/lib/policy/reach";
import * as limits from "@/lib/returns/member-limits";
import type { PlannedMove, VerbRefusal } from "@/lib/returns/move-request";
import type { Selection } from "@/lib/returns/shared/selection";
import { listPreviewRows, type PreviewRow, sumPreview } from "./bulk-preview";
import type { BulkRequest } from "./bulk-request";
import { type BulkRefusal, returnsInBulk } from "./returns-in-bulk";

/** How many returns of a group are listed; the counts are always exact. */
const SHOWN_AT_MOST = 100;

export type PreviewItem = PreviewRow & { because: Reason | null };
type Group = {
  count: number;
  totals: Money[];
  unknownValues: number;
  items: PreviewItem[];
  channels: PreviewChannel[];
};
export type PreviewChannel = {
  id: string;
  name: string;
  mode: ChannelMode;
  marketplace: "amazon" | "aliexpress" | "own";
  count: number;
};

/** What would happen to a selection now, group by group; nothing has been written. */
export type Preflight = {
  total: number;
  ready: Group;
  /** Out of policy: authorized only when a person says so (S1-05). */
  decide: Group;
  skipped: { count: number; causes: { refusal: VerbRefusal; count: number }[]; items: SkippedItem[] };
  /** Of the ready ones, how many are in policy: closing those can lead to a claim. */
  inPolicy: number;
  /** What the buyers of all that can be done read, by how many. */
  languages: { language: string; count: number }[];
  /** Of all that can be done, how many buyers have no address: what they are told is kept and not sent. */
  unaddressed: number;
  /** What a closing would promise to refund; empty where its reason carries none (S2-03). */
  refunds: limits.RefundSum[];
  /** The ready ones that have to go so that each sum fits; one more than can be left out stands for too many. */
  beyondLimit: LeftOut[];
  /** The longest time in which the decisions can be taken back. */
  undoSeconds: number;
};
/** A return that a person leaves out of the act. */
export type LeftOut = Pick<PreviewRow, "id" | "number">;
export type SkippedItem<R = VerbRefusal> = { id: string; refusal: R; row: PreviewRow | null };

/**
 * Whether parcels go to each channel's default address or to one chosen for all decides who lacks one, and which of
 * cancelled orders somebody confirmed one by one, whether they go along; a closing's reason, whether it promises money; how
 * many days more, whether that is too much for some.
 */
export type PreflightRequest =
  | { move: "authorize"; isChannelAddress: boolean; seen?: string[] | undefined }
  | { move: "close"; reason?: string | undefined }
  | { move: "remind" }
  | { move: "extend"; days: number };
type Looked = { selection: Selection; request: PreflightRequest };

const asBulk = (request: PreflightRequest): BulkRequest =>
  isConsent(request)
    ? { move: "authorize", address: null, seen: request.seen }
    : isClosing(request)
      ? { move: "close", reason: request.reason ?? "other", comments: {} }
      : request;

/** What the person is still to say; of what only lacks that it is told that it does. */
const unaskedBy = (request: PreflightRequest): string[] =>
  isConsent(request) && !request.isChannelAddress ? ["override", "address"] : ["override"];

/** Decides the whole selection without writing anything, by the same plan as the run (S1-16). */
export function preflight(
  { db, ...acting }: Ctx,
  { selection, request }: Looked,
): Promise<Result<Preflight, BulkRefusal>> {
  const { sellerId } = acting;
  return withSeller(db, sellerId, async (tx) => {
    const asked = { selection, request: asBulk(request), unasked: unaskedBy(request) };
    const planned = await planBulk(tx, returnsInBulk, acting, asked);
    if (!planned.ok) return planned;
    const { plan, total } = planned.value;
    const refunds = await limits.sumRefunds(tx, acting, plan.moves);
    const isDecide = ({ missing }: PlannedMove) => missing.includes("override");
    const decide = plan.moves.filter(isDecide);
    const ready = plan.moves.filter((move) => !isDecide(move));
    const sums = await sumPreview(tx, sellerId, [
      ...ready.map(({ subject }) => ({ id: subject.id, part: "ready" as const })),
      ...decide.map(({ subject }) => ({ id: subject.id, part: "decide" as const })),
    ]);
    const shown = [ready, decide].map((moves) => moves.slice(0, SHOWN_AT_MOST));
    const skipped = plan.refused.toSorted(byWhatCanBeSeen).slice(0, SHOWN_AT_MOST);
    const rows = await listPreviewRows(tx, sellerId, [
      ...shown.flat().map(({ subject }) => subject.id),
      ...skipped.map(({ id }) => id),
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const groupOf = (part: "ready" | "decide", moves: readonly PlannedMove[], count: number): Group => ({
      count,
      channels: channelsOf(sums.filter((sum) => sum.part === part)),
      ...totalsOf(sums.filter((sum) => sum.part === part)),
      items: moves.flatMap(({ subject }) => {
        const known = byId.get(subject.id);
        return known ? [{ ...known, because: headline(subject.evaluation) }] : [];
      }),
    });
    return ok({
      total,
      ready: groupOf("ready", shown[0] ?? [], ready.length),
      decide: groupOf("decide", shown[1] ?? [], decide.length),
      skipped: {
        count: plan.refused.length,
        causes: causesOf(plan.refused.map(({ refusal }) => refusal)),
        items: skipped.map(({ id, refusal }) => ({ id, refusal, row: byId.get(id) ?? null })),
      },
      inPolicy: ready.filter(({ subject }) => subject.verdict === "in_policy").length,
      languages: countBy(
        sums,
        ({ buyerLocale }) => readingLanguage(buyerLocale),
        ({ count }) => count,
      )
        .map(([language, count]) => ({ language, count }))
        .sort((a, b) => b.count - a.count || a.language.localeCompare(b.language, "en")),
      unaddressed: sums.reduce((count, sum) => count + sum.unaddressed, 0),
      refunds,
      beyondLimit: limits
        .beyondRefundSums(plan.moves, refunds)
        .slice(0, PICKED_AT_MOST + 1)
        .map(({ subject: { id, number } }) => ({ id, number })),
      undoSeconds: Math.max(0, ...plan.moves.map(({ subject }) => subject.operation.undoSeconds)),
    });
  });
}

/** What somebody can still take along, first: further down it might not be listed. */
const isToBeSeen = ({ refusal }: { refusal: VerbRefusal }): number => Number(refusal.code === "cancelled_unseen");
const byWhatCanBeSeen = (a: { refusal: VerbRefusal }, b: { refusal: VerbRefusal }): number =>
  isToBeSeen(b) - isToBeSeen(a);

/** Each sentence that the skipped ones will be told, once, with how many it is told to. */
export const causesOf = <R extends { code: string }>(refusals: readonly R[]) => {
  const told = ({ movedBy: _by, movedAt: _at, ...rest }: R & { movedBy?: unknown; movedAt?: unknown }) =>
    JSON.stringify(rest);
  return countBy(refusals, told, () => 1).flatMap(([key, count]) => {
    const refusal = refusals.find((one) => told(one) === key);
    return refusal ? [{ refusal, count }] : [];
  });
};

type Sum = Awaited<ReturnType<typeof sumPreview>>[number];

function countBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key, weight: (item: Item) => number) {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + weight(item));
  return [...counts];
}

const totalsOf = (sums: readonly Sum[]) => ({
  totals: countBy(
    sums,
    ({ currency }) => currency,
    ({ valueMinor }) => valueMinor,
  ).map(([currency, amountMinor]) => ({
    amountMinor,
    currency,
  })),
  unknownValues: sums.reduce((count, { unknownValues }) => count + unknownValues, 0),
});

const channelsOf = (sums: readonly Sum[]): PreviewChannel[] =>
  countBy(
    sums,
    ({ channelId }) => channelId,
    ({ count }) => count,
  ).flatMap(([id, count]) => {
    const sum = sums.find(({ channelId }) => channelId === id);
    return sum ? [{ id, name: sum.channelName, mode: sum.mode, marketplace: sum.marketplace, count }] : [];
  });
