import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { inputRows } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import type { ListMember } from "@/lib/presence/presence";
import { listAssignments, lockAssigned, lockMember } from "./assignees";
import { selectAtOnce } from "./lock-selected";
import type { Selection } from "./shared/selection";

export type AssignRefusal = { code: "member_inactive" } | { code: "assigned_since"; name: string | null };

type Assign = {
  selection: Selection;
  /** Null: nobody's any more. */
  assigneeId: string | null;
  /** Whose the one return was when the person looked; left out, whatever it is by now is replaced. */
  seenId?: string | null | undefined;
};

/** `assigned` is how many changed hands; `batchId` with `at` names the act for its undo. */
type Assigned = { assigned: number; to: ListMember | null; batchId: string; at: Date };

/**
 * Gives returns to an active member, or to nobody, with one event for each that changes hands. Refuses
 * `member_inactive`, `assigned_since` (somebody else was faster), `too_many_at_once` and what a selection refuses.
 */
export const assignReturns = (
  { db, sellerId, actor, now }: Ctx,
  { selection, assigneeId, seenId }: Assign,
): Promise<Result<Assigned, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const to = assigneeId === null ? null : await lockMember(tx, sellerId, assigneeId);
    if (assigneeId !== null && !to) return refuse({ code: "member_inactive" });
    const selected = await selectAtOnce(tx, sellerId, selection);
    if (!selected.ok) return selected;
    const found = await lockAssigned(tx, sellerId, selected.value);
    const [first] = found;
    if (!first) return refuse({ code: "not_found" });
    const current = first.from?.id ?? null;
    if (seenId !== undefined && current !== seenId && current !== assigneeId)
      return refuse({ code: "assigned_since", name: first.from?.name ?? null });
    const batchId = newId();
    const changes = found
      .filter(({ from }) => (from?.id ?? null) !== assigneeId)
      .map(({ id, from }) => ({ id, from, to }));
    await hand(tx, changes, { sellerId, actor, now, batchId });
    return ok({ assigned: changes.length, to, batchId, at: now });
  });

/**
 * Takes one's own act of assigning back: what has changed hands since stays, and so does what belonged to somebody who
 * no longer works here (it becomes nobody's). Refuses `not_found` when there is nothing of it.
 */
export const undoAssignment = (
  { db, sellerId, actor, now }: Ctx,
  { at, batchId }: { at: Date; batchId: string },
): Promise<Result<{ undone: number; kept: number }, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const done = actor.id === null ? [] : await listAssignments(tx, sellerId, { by: actor.id, at, batchId });
    if (done.length === 0) return refuse({ code: "not_found" });
    const before = new Map(done.map((row) => [row.returnId, row]));
    const owners = [...new Set(done.flatMap(({ from }) => from ?? []))].sort();
    const members = new Map<string, ListMember>();
    for (const id of owners) {
      const member = await lockMember(tx, sellerId, id);
      if (member) members.set(id, member);
    }
    const found = await lockAssigned(tx, sellerId, [...before.keys()]);
    const changes = found
      .filter(({ id, from }) => (from?.id ?? null) === before.get(id)?.to)
      .map(({ id, from }) => ({ id, from, to: members.get(before.get(id)?.from ?? "") ?? null }));
    await hand(tx, changes, { sellerId, actor, now, batchId: newId() });
    return ok({ undone: changes.length, kept: done.length - changes.length });
  });

type Change = { id: string; from: ListMember | null; to: ListMember | null };

/** Writes locked returns over to their new owners, with what happened. */
async function hand(
  tx: Tx,
  changes: readonly Change[],
  { sellerId, actor, now, batchId }: Acting & { batchId: string },
): Promise<void> {
  await addEvents(
    tx,
    changes.map(({ id, from, to }) => ({
      sellerId,
      returnId: id,
      kind: "assigned",
      actor,
      now,
      data: { before: from, assignee: to, batch: batchId },
    })),
  );
  if (changes.length === 0) return;
  const rows = changes.map(({ id, to }) => ({ id, to_id: to?.id ?? null }));
  await tx.execute(sql`update returns r set assignee_id = input.to_id
    from ${inputRows(rows, "id uuid, to_id uuid")} where r.seller_id = ${sellerId} and r.id = input.id`);
}
