import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { queueRejudge } from "@/lib/channels/queue-rejudge";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import {
  codeFrom,
  isOwnCode,
  type MergedReason,
  mergedReasons,
  positionAfter,
  type ReasonKind,
} from "@/lib/policy/judging/own-reasons";
import type { NewReason, ReasonForm } from "./reason-input";
import { labelsOf } from "./reason-labels";
import { listChannelIds, lockReasons, upsertReasons, type WrittenReason } from "./reasons";
import { seenReason } from "./seen-reason";
import { tellReason, toldReason } from "./tell-reason";

type NotFound = { code: "not_found" };
type ChangedSince = { code: "changed_since" };
type LastReason = { code: "last_reason" };
type Wrong = { code: "invalid"; fields: { code: string[] } };
export type KeepReasonRefusal = NotFound | ChangedSince | LastReason | Wrong;

const wrongCode = (why: string): Result<never, Wrong> => refuse({ code: "invalid", fields: { code: [why] } });

/** The kind's reasons, locked, in their order. */
const lockMerged = async (tx: Tx, sellerId: string, kind: ReasonKind): Promise<MergedReason[]> =>
  mergedReasons(await lockReasons(tx, sellerId, kind), kind);

/** A reason as a row of the seller's, with its words of today where only ours named it. */
const rowOf = (reason: MergedReason, now: Date, change: Partial<WrittenReason> = {}): WrittenReason => {
  const { isRetired, isBuiltIn: _, ...rest } = reason;
  return {
    ...rest,
    labels: labelsOf(reason),
    id: newId(),
    retiredAt: isRetired ? now : null,
    updatedAt: now,
    ...change,
  };
};

/** P-26: whose fault a reason is may judge every channel's undecided returns another way. */
async function rejudgeAll(tx: Tx, sellerId: string): Promise<void> {
  for (const channelId of await listChannelIds(tx, sellerId)) await queueRejudge(tx, sellerId, channelId);
}

/** Adds a reason of the seller's own at the end. Refuses a code that is taken, or means one of ours. */
export function addReason(
  ctx: Ctx,
  { kind, code: typed, ...told }: NewReason,
): Promise<Result<{ code: string }, Wrong>> {
  const { db, sellerId, now } = ctx;
  return withSeller(db, sellerId, async (tx): Promise<Result<{ code: string }, Wrong>> => {
    const reasons = await lockMerged(tx, sellerId, kind);
    const code = typed === "" ? freeCode(kind, told.labels.en, reasons) : typed;
    if (!isOwnCode(kind, code)) return wrongCode("bad_code");
    if (reasons.some((reason) => reason.code === code)) return wrongCode("code_taken");
    const row = { kind, code, ...told, position: positionAfter(reasons) };
    await upsertReasons(tx, sellerId, [{ ...row, id: newId(), retiredAt: null, updatedAt: now }]);
    const after = toldReason({ kind, ...told, isRetired: false });
    await tellReason(tx, ctx, { kind, code, labels: told.labels, before: null, after });
    if (kind === "return" && told.fault !== null) await rejudgeAll(tx, sellerId);
    return ok({ code });
  });
}

/** A code made of the label that nobody has yet. */
function freeCode(kind: ReasonKind, label: string, reasons: readonly MergedReason[]): string {
  const isUpper = kind === "return";
  const made = codeFrom(kind, label) || (isUpper ? "OWN" : "own");
  const isFree = (code: string) => isOwnCode(kind, code) && !reasons.some((reason) => reason.code === code);
  for (let number = 1; ; number++) {
    const code = number === 1 ? made : `${made}_${number}`;
    if (isFree(code)) return code;
  }
}

/** Changes what is said of a reason from now on. Refuses `changed_since` when somebody else was faster. */
export function saveReason(
  ctx: Ctx,
  { kind, code, seen, ...told }: ReasonForm,
): Promise<Result<null, NotFound | ChangedSince>> {
  const { db, sellerId, now } = ctx;
  return withSeller(db, sellerId, async (tx): Promise<Result<null, NotFound | ChangedSince>> => {
    const reason = (await lockMerged(tx, sellerId, kind)).find((one) => one.code === code);
    if (!reason) return refuse({ code: "not_found" });
    const { needsComment, carriesRefund } = reason;
    const next = reason.isBuiltIn ? { ...told, needsComment, carriesRefund } : told;
    const known = { ...reason, labels: labelsOf(reason) };
    const current = seenReason(known);
    if (current === seenReason(next)) return ok(null);
    if (current !== seen) return refuse({ code: "changed_since" });
    await upsertReasons(tx, sellerId, [rowOf(reason, now, next)]);
    const [before, after] = [toldReason(known), toldReason({ ...known, ...next })];
    await tellReason(tx, ctx, { kind, code, labels: next.labels, before, after });
    if (kind === "return" && reason.fault !== told.fault) await rejudgeAll(tx, sellerId);
    return ok(null);
  });
}

/** Changes places with the neighbour before or after; at the end of the list nothing happens. */
export function moveReason(
  ctx: Ctx,
  { kind, code, by }: { kind: ReasonKind; code: string; by: -1 | 1 },
): Promise<Result<null, NotFound>> {
  const { db, sellerId, now } = ctx;
  return withSeller(db, sellerId, async (tx) => {
    const reasons = (await lockMerged(tx, sellerId, kind)).filter(({ isRetired }) => !isRetired);
    const at = reasons.findIndex((one) => one.code === code);
    const [reason, neighbour] = [reasons[at], reasons[at + by]];
    if (!reason) return refuse({ code: "not_found" });
    if (!neighbour) return ok(null);
    await upsertReasons(tx, sellerId, [
      rowOf(reason, now, { position: neighbour.position }),
      rowOf(neighbour, now, { position: reason.position }),
    ]);
    const [before, after] = [{ place: at + 1 }, { place: at + 1 + by }];
    await tellReason(tx, ctx, { kind, code, labels: labelsOf(reason), before, after });
    return ok(null);
  });
}

/** Takes a reason out of every choice, or brings it back; it stays readable where it was chosen. */
export function retireReason(
  ctx: Ctx,
  { kind, code, isRetired }: { kind: ReasonKind; code: string; isRetired: boolean },
): Promise<Result<null, NotFound | LastReason>> {
  const { db, sellerId, now } = ctx;
  return withSeller(db, sellerId, async (tx): Promise<Result<null, NotFound | LastReason>> => {
    const reasons = await lockMerged(tx, sellerId, kind);
    const reason = reasons.find((one) => one.code === code);
    if (!reason) return refuse({ code: "not_found" });
    if (reason.isRetired === isRetired) return ok(null);
    if (isRetired && reasons.every((one) => one.isRetired || one.code === code)) return refuse({ code: "last_reason" });
    await upsertReasons(tx, sellerId, [rowOf(reason, now, { retiredAt: isRetired ? now : null })]);
    const before = { isRetired: !isRetired };
    await tellReason(tx, ctx, { kind, code, labels: labelsOf(reason), before, after: { isRetired } });
    return ok(null);
  });
}
