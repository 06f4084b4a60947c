import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns, returnTags, tags } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { inputRows, insertionIfAny, writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { plainTag, tagKey } from "@/lib/kernel/search-key";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { TAGS_AT_MOST, TAGS_OF_SHOP_AT_MOST } from "@/lib/policy/limits";
import { lockSelected } from "./lock-selected";
import type { Selection } from "./shared/selection";

export type TagRefusal = { code: "too_many_tags" | "too_many_tags_of_shop"; limit: number };
export type Tag = { id: string; name: string };

type TagAct = { selection: Selection; add: readonly string[]; remove: readonly string[] };

/**
 * Puts tags on returns and takes others off, with one event for each return that changes. A tag that the shop does not
 * know yet is made. Refuses `too_many_tags` where one of them would bear more, `too_many_tags_of_shop`, and what a
 * selection refuses.
 */
export const tagReturns = (
  { db, sellerId, actor, now }: Ctx,
  { selection, add, remove }: TagAct,
): Promise<Result<{ count: number }, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const locked = await lockSelected(tx, sellerId, selection);
    if (!locked.ok) return locked;
    const wanted = new Map(add.map((name) => [tagKey(name), plainTag(name)]));
    const off = new Set(remove.map(tagKey).filter((key) => !wanted.has(key)));
    const borne = await listBorne(tx, sellerId, locked.value);
    const changes = borne.flatMap(({ id, own }) => {
      const has = new Set(own.map(({ name }) => tagKey(name)));
      const added = [...wanted.keys()].filter((key) => !has.has(key));
      const removed = own.filter(({ name }) => off.has(tagKey(name)));
      const count = own.length + added.length - removed.length;
      return added.length + removed.length === 0 ? [] : [{ id, added, removed, count }];
    });
    if (changes.some(({ added, count }) => added.length > 0 && count > TAGS_AT_MOST))
      return refuse({ code: "too_many_tags", limit: TAGS_AT_MOST });
    const made = await makeTags(tx, sellerId, wanted);
    if (!made.ok) return made;
    const tagOf = new Map(made.value.map((tag) => [tag.key, tag]));
    const pairs = changes.flatMap(({ id, added }) => added.flatMap((key) => ({ id, tag: tagOf.get(key) })));
    await addEvents(
      tx,
      changes.map(({ id: returnId, added, removed }) => ({
        ...{ sellerId, returnId, kind: "tagged", actor, now },
        data: {
          tagsAdded: added.map((key) => tagOf.get(key)?.name ?? key),
          tagsRemoved: removed.map(({ name }) => name),
        },
      })),
    );
    const gone = changes.flatMap(({ id, removed }) => removed.map((tag) => ({ returnId: id, tagId: tag.id })));
    await writeTogether(tx, [
      insertionIfAny(
        returnTags,
        pairs.flatMap(({ id, tag }) => (tag ? [{ sellerId, returnId: id, tagId: tag.id }] : [])),
      ),
      gone.length === 0
        ? null
        : sql`delete from return_tags t using ${inputRows(gone, "return_id uuid, tag_id uuid")}
            where t.seller_id = ${sellerId} and t.return_id = input.return_id and t.tag_id = input.tag_id`,
    ]);
    return ok({ count: changes.length });
  });

/** These tags as the shop knows them, new ones made; a rival who makes the same one is waited for. */
async function makeTags(tx: Tx, sellerId: string, wanted: ReadonlyMap<string, string>) {
  const keys = [...wanted.keys()];
  if (keys.length === 0) return ok([]);
  const all = await tx.select({ key: tags.key }).from(tags).where(eq(tags.sellerId, sellerId));
  const known = new Set(all.map(({ key }) => key));
  const fresh = [...wanted].filter(([key]) => !known.has(key));
  if (all.length + fresh.length > TAGS_OF_SHOP_AT_MOST)
    return refuse({ code: "too_many_tags_of_shop", limit: TAGS_OF_SHOP_AT_MOST });
  if (fresh.length > 0)
    await tx
      .insert(tags)
      .values(fresh.map(([key, name]) => ({ sellerId, id: newId(), name, key })))
      .onConflictDoNothing();
  return ok(
    await tx
      .select({ id: tags.id, name: tags.name, key: tags.key })
      .from(tags)
      .where(and(eq(tags.sellerId, sellerId), inArray(tags.key, keys))),
  );
}

const listBorne = (tx: Tx, sellerId: string, ids: readonly string[]) =>
  tx
    .select({ id: returns.id, own: tagsOf(sellerId) })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));

/** The tags of a return by name. Written out: in a sub-select drizzle would leave the table's name away. */
export const tagsOf = (sellerId: string) => sql<Tag[]>`(
  select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.key), '[]')
  from return_tags b join tags t on t.seller_id = b.seller_id and t.id = b.tag_id
  where b.seller_id = ${sellerId} and b.return_id = returns.id)`;

/** All that the shop has called its returns, by name. */
export const listTags = (tx: Tx, sellerId: string): Promise<Tag[]> =>
  tx.select({ id: tags.id, name: tags.name }).from(tags).where(eq(tags.sellerId, sellerId)).orderBy(tags.key);
