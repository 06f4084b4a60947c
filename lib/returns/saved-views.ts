import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { lockMember } from "@/db/queries/assignees";
import { countViews } from "@/db/queries/saved-views";
import { savedViews } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "../result";
import { VIEWS_AT_MOST } from "./limits";

type Owner = { sellerId: string; userId: string; now: Date };
type View = { id: string; name: string; query: string; isShared: boolean };

/** What two of one person's views may not share. */
const NAME = [savedViews.sellerId, savedViews.ownerId, savedViews.name];

/**
 * Keeps a list under a name, or changes the one with this id; only its owner may. The id is the browser's, so that a
 * view that was deleted comes back as itself. Refuses `view_name_taken`, `too_many_views`, `not_found` (somebody else's),
 * `not_a_member`.
 */
export const saveView = (
  db: Db,
  { sellerId, userId, now }: Owner,
  view: View,
): Promise<Result<{ id: string }, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const { id, name, query, isShared } = view;
    // Platform support looks at a seller without being one of its people.
    if (!(await lockMember(tx, sellerId, userId))) return refuse({ code: "not_a_member" });
    const [known] = await tx
      .select({ ownerId: savedViews.ownerId })
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
      return ok({ id });
    }
    if ((await countViews(tx, sellerId, userId)) >= VIEWS_AT_MOST)
      return refuse({ code: "too_many_views", limit: VIEWS_AT_MOST });
    const made = await tx
      .insert(savedViews)
      .values({ sellerId, ownerId: userId, ...view, createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: NAME })
      .returning({ id: savedViews.id });
    return made.length > 0 ? ok({ id }) : refuse({ code: "view_name_taken", name });
  });

/** Forgets a view of one's own; answers what it was, for its undo. Refuses `not_found`. */
export const deleteView = (
  db: Db,
  { sellerId, userId }: Omit<Owner, "now">,
  id: string,
): Promise<Result<View, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const [gone] = await tx
      .delete(savedViews)
      .where(and(eq(savedViews.sellerId, sellerId), eq(savedViews.ownerId, userId), eq(savedViews.id, id)))
      .returning({
        id: savedViews.id,
        name: savedViews.name,
        query: savedViews.query,
        isShared: savedViews.isShared,
      });
    return gone ? ok(gone) : refuse({ code: "not_found" });
  });
