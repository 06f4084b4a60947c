import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Acting, Ctx } from "../ctx";
import { CHUNK } from "../moves/writer";
import * as acts from "./acts";
import { type Begun, beginBulk, doAtOnce, keptInput } from "./bulk";
import { findBulkAct, listMovedIds, listRefusedIds } from "./find-bulk-act";
import type { AnyBulkSubject, Asked, BulkSubject, Picked } from "./subject";

type Coded = { code: string };
type NotFound = { code: "not_found" };
type Started = { bulkActId: string; total: number };
/** `key` is made by the client once for each intent: the same key again is the same act. */
type Run<Request, Chosen> = { key: string; selection: Chosen | Picked; request: Request };

/** Chooses the subjects and judges whether one actor may do so much at once, in the transaction that writes it down. */
function begin<Request extends Asked, Chosen, Plan, NoStart extends Coded, Refused extends Coded>(
  { db, ...acting }: Ctx,
  subject: Omit<BulkSubject<Request, Chosen, Plan, NoStart, Refused>, "plan">,
  { key, selection, request }: Run<Request, Chosen>,
): Promise<Result<Begun, NoStart>> {
  const { sellerId } = acting;
  return withSeller(db, sellerId, async (tx) => {
    const known = await acts.findBulkActByKey(tx, sellerId, key);
    if (known) return ok({ bulkActId: known.id, isNew: false, total: known.total });
    const selected = await subject.select(tx, sellerId, selection);
    if (!selected.ok) return selected;
    const ids = selected.value;
    const over =
      (await subject.overCount?.(tx, acting, ids.length)) ?? (await subject.overSum?.(tx, { ...acting, ids, request }));
    if (over) return refuse<NoStart, NoStart["code"]>(over);
    return ok(await beginBulk(tx, subject, acting, { key, ids, request }));
  });
}

/**
 * One act on a whole selection, with an outcome for each subject (S1-16). Up to 1,000 are done here; what is more, or is
 * left over by a crash, is done by the worker.
 */
export async function runBulk<Request extends Asked, Chosen, Plan, NoStart extends Coded, Refused extends Coded>(
  ctx: Ctx,
  subject: Omit<BulkSubject<Request, Chosen, Plan, NoStart, Refused>, "plan">,
  run: Run<Request, Chosen>,
): Promise<Result<Started, NoStart>> {
  const begun = await begin(ctx, subject, run);
  if (!begun.ok) return begun;
  await doAtOnce(ctx.db, [subject as AnyBulkSubject], ctx, begun.value);
  const { bulkActId, total } = begun.value;
  return ok({ bulkActId, total });
}

/** Decides a whole selection without writing anything, by the same plan as the run; `unasked` is what is still to be said. */
export async function planBulk<Request extends Asked, Chosen, Plan, NoStart extends Coded, Refused extends Coded>(
  tx: Tx,
  subject: BulkSubject<Request, Chosen, Plan, NoStart, Refused>,
  acting: Acting,
  { selection, request, unasked }: Omit<Run<Request, Chosen>, "key"> & { unasked: readonly string[] },
) {
  const selected = await subject.select(tx, acting.sellerId, selection);
  if (!selected.ok) return selected;
  const over = await subject.overCount?.(tx, acting, selected.value.length);
  if (over) return refuse<NoStart, NoStart["code"]>(over);
  const plan = await subject.plan(tx, { ...acting, ids: selected.value, request }, unasked);
  return ok({ total: selected.value.length, plan });
}

function subjectOf<R extends Coded>(subjects: readonly AnyBulkSubject<R>[], kind: string): AnyBulkSubject<R> {
  const subject = subjects.find((one) => one.kind === kind);
  if (!subject) throw new Error(`no bulk acts on ${kind}`);
  return subject;
}

/** Asks the same again of those refused subjects that it may succeed at, as a bulk act of its own. */
export async function retryBulk<R extends Coded>(
  ctx: Ctx,
  subjects: readonly AnyBulkSubject<R>[],
  { bulkActId, key }: { bulkActId: string; key: string },
): Promise<Result<Started, R | NotFound>> {
  const { db, sellerId } = ctx;
  const found = await withSeller(db, sellerId, async (tx) => {
    const bulkAct = await findBulkAct(tx, sellerId, bulkActId);
    if (!bulkAct) return null;
    const subject = subjectOf(subjects, bulkAct.subjectKind);
    return { bulkAct, subject, ids: await listRefusedIds(tx, sellerId, bulkActId, subject.retryable) };
  });
  if (!found) return refuse({ code: "not_found" });
  const { subject, ids } = found;
  const request = subject.request.parse(keptInput.parse(found.bulkAct.input).request);
  // It was parsed by this very subject's own schema.
  return runBulk(ctx, subject as never, { key, selection: { mode: "ids", ids }, request });
}

/** Leaves undone what a bulk act has not begun yet; what is done stays done. Answers how many were left. */
export const stopBulk = (
  { db, sellerId, actor, now }: Ctx,
  { bulkActId }: { bulkActId: string },
): Promise<Result<{ stopped: number }, NotFound>> =>
  withSeller(db, sellerId, async (tx) => {
    const bulkAct = await findBulkAct(tx, sellerId, bulkActId);
    if (!bulkAct) return refuse({ code: "not_found" });
    const stopped = await acts.refusePending(tx, sellerId, bulkActId, { code: "stopped", limit: null });
    await acts.finishBulkAct(tx, sellerId, bulkActId, { now, isSeen: bulkAct.createdBy === actor.id });
    return ok({ stopped });
  });

/**
 * Takes back what a bulk act did, as far as each of its moves can still be undone (P-03), 500 a transaction in id order.
 * Answers how many were; when none could be, refuses with the reason of the first.
 */
export async function undoBulk<R extends Coded>(
  { db, ...acting }: Ctx,
  subjects: readonly AnyBulkSubject<R>[],
  { bulkActId }: { bulkActId: string },
): Promise<Result<{ undone: number; kept: number }, R | NotFound>> {
  const { sellerId } = acting;
  const found = await withSeller(db, sellerId, async (tx) => {
    const bulkAct = await findBulkAct(tx, sellerId, bulkActId);
    return bulkAct && { ...bulkAct, ids: (await listMovedIds(tx, sellerId, bulkActId)).sort() };
  });
  if (!found || found.ids.length === 0) return refuse({ code: "not_found" });
  const subject = subjectOf(subjects, found.subjectKind);
  let undone = 0;
  const kept: R[] = [];
  for (let start = 0; start < found.ids.length; start += CHUNK) {
    const ids = found.ids.slice(start, start + CHUNK);
    const { moved, refused } = await withSeller(db, sellerId, (tx) => subject.undo(tx, { ...acting, ids, bulkActId }));
    undone += moved.length;
    kept.push(...refused.map(({ refusal }) => refusal));
  }
  const [first] = kept;
  return undone === 0 && first ? refuse<R, R["code"]>(first) : ok({ undone, kept: kept.length });
}
