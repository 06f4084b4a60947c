import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { savedViews } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
import { changesBetween } from "@/lib/policy/events/changes";
import { VIEWS_AT_MOST } from "@/lib/policy/limits";
import { lockMember } from "./assignees";
import { countViews } from "./kept-views";

type View = { id: string; name: string; query: string; isShared: boolean };

const columns = {
  id: savedViews.id,
  name: savedViews.name,
  query: savedViews.query,
  isShared: savedViews.isShared,
};

const told = ({ name, query, isShared }: View) => ({ name, filters: query, isShared });

export type ViewRefusal =
  | { code: "not_a_member" }
  | { code: "view_name_taken"; name: string }
  | { code: "too_many_views"; limit: number };

/** A view that everybody sees is the shop's, and stands in its audit; what somebody keeps for themselves does not. */
async function tell(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { before, after }: { before: View | null; after: View | null },
): Promise<void> {
  const view = after ?? before;
  const changes = changesBetween(before && told(before), after && told(after));
  if (!view || !(before?.isShared || after?.isShared) || changes.length === 0) return;
  await addSellerEvent(tx, {
    sellerId,
    actor,
    now,
    kind: after ? "view_saved" : "view_deleted",
    subject: { id: view.id, name: view.name },
    data: { isNew: !before, query: view.query, changes },
  });
}

/** What two of one person's views may not share. */
const NAME = [savedViews.sellerId, savedViews.ownerId, savedViews.name];

/**
 * Keeps a list under a name, or changes the one with this id; only its owner may. The id is the browser's, so that a
 * view that was deleted comes back as itself. Refuses `view_name_taken`, `too_many_views`, `not_found` (somebody else's),
 * `not_a_member`.
 */
export const saveView = (ctx: Ctx, view: View): Promise<Result<{ id: string }, Refusal>> =>
  withSeller(ctx.db, ctx.sellerId, async (tx) => {
    const { sellerId, actor, now } = ctx;
    const userId = personId(actor);
    const { id, name, query, isShared } = view;
    // Platform support looks at a seller without being one of its people.
    if (!(await lockMember(tx, sellerId, userId))) return refuse({ code: "not_a_member" });
    const [known] = await tx
      .select({ ownerId: savedViews.ownerId, ...columns })
      .from(savedViews)
      .where(and(eq(savedViews.sellerId, sellerId), eq(savedViews.id, id)))
      .for("update");
    if (known && known.ownerId !== userId) return refuse({ code: "not_found" });
    const [namesake] = await tx
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(and(eq(savedViews.sellerId, sellerId), eq(savedViews.ownerId, userId), eq(savedViews.name, name)));
    if (namesake && namesake.id !== id) return refuse({ code: "view_name_taken", name });
    if (known) {
      await tx
        .update(savedViews)
        .set({ name, query, isShared, updatedAt: now })
        .where(and(eq(savedViews.sellerId, sellerId), eq(savedViews.id, id)));
      await tell(tx, ctx, { before: known, after: view });
      return ok({ id });
    }
    if ((await countViews(tx, sellerId, userId)) >= VIEWS_AT_MOST)
      return refuse({ code: "too_many_views", limit: VIEWS_AT_MOST });
    const made = await tx
      .insert(savedViews)
      .values({ sellerId, ownerId: userId, ...view, createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: NAME })
      .returning({ id: savedViews.id });
    if (made.length === 0) return refuse({ code: "view_name_taken", name });
    await tell(tx, ctx, { before: null, after: view });
    return ok({ id });
  });

/** Forgets a view of one's own; answers what it was, for its undo. Refuses `not_found`. */
export const deleteView = (ctx: Ctx, { id }: { id: string }): Promise<Result<View, Refusal>> =>
  withSeller(ctx.db, ctx.sellerId, async (tx) => {
    const { sellerId } = ctx;
    const userId = personId(ctx.actor);
    const [gone] = await tx
      .delete(savedViews)
      .where(and(eq(savedViews.sellerId, sellerId), eq(savedViews.ownerId, userId), eq(savedViews.id, id)))
      .returning(columns);
    if (!gone) return refuse({ code: "not_found" });
    await tell(tx, ctx, { before: gone, after: null });
    return ok(gone);
  });
