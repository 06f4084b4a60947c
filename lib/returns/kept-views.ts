import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { savedViews } from "@/db/schema";

/** A list that somebody saved: the query of its address, and whose it is. */
export type SavedView = { id: string; name: string; query: string; isShared: boolean; isOwn: boolean; owner: string };

/** The views a person sees, by name: their own and those that others share. */
export const viewsOf = (sellerId: string, viewerId: string | null) =>
  sql<SavedView[]>`(
    select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query, 'isShared', v.is_shared,
      'isOwn', v.owner_id is not distinct from ${viewerId}::uuid, 'owner', u.name) order by v.name, v.id), '[]')
    from saved_views v join users u on u.id = v.owner_id
    where v.seller_id = ${sellerId} and (v.is_shared or v.owner_id = ${viewerId}::uuid))`;

/** The same by themselves. */
export async function listViews(tx: Tx, sellerId: string, viewerId: string): Promise<SavedView[]> {
  const [found] = await tx.select({ views: viewsOf(sellerId, viewerId) }).from(sql`(values (1)) as one(n)`);
  return found?.views ?? [];
}

/** How many views somebody keeps. */
export const countViews = (tx: Tx, sellerId: string, ownerId: string) =>
  tx.$count(savedViews, and(eq(savedViews.sellerId, sellerId), eq(savedViews.ownerId, ownerId)));
