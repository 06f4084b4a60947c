import { and, asc, eq, gt, inArray, isNotNull, not, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, importChanges } from "@/db/schema";
import { DONE } from "@/lib/policy/machines/import/statuses";
import { recordedEffectsSchema } from "@/lib/policy/machines/return/recorded-effects";
import type { MoveEvent } from "@/lib/policy/machines/return/subject";
import { MODES_WITH_REPORTS } from "@/lib/policy/reach";
import type { BeforeImage } from "./record-changes";

/** Takes the returns of an import in id order: nobody touches one while it is taken back. */
export async function lockImportedReturns(tx: Tx, sellerId: string, importId: string): Promise<void> {
  await tx.execute(sql`
    select count(*) from (
      select r.id from returns r
      where r.seller_id = ${sellerId} and r.id in (
        select return_id from import_changes where seller_id = ${sellerId} and import_id = ${importId})
      order by r.id for update) locked`);
}

type Taken = { sellerId: string; importId: string /** Returns that stay. */; kept: readonly string[]; limit: number };

/** Is one of those that stay. */
export const isKept = (column: SQLWrapper, kept: readonly string[]): SQL =>
  sql`${column} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(kept)}::jsonb))`;

/** The returns an import changed, after an id: how they stood, and since when it moved them. */
export async function listUndoable(
  tx: Tx,
  { sellerId, importId, after, kept, limit }: Taken & { after: string | null },
): Promise<{ returnId: string; before: BeforeImage }[]> {
  const { returnId } = importChanges;
  return tx
    .select({ returnId, before: sql<BeforeImage>`${importChanges.before}` })
    .from(importChanges)
    .where(
      and(
        eq(importChanges.sellerId, sellerId),
        eq(importChanges.importId, importId),
        eq(importChanges.kind, "changed"),
        not(isKept(returnId, kept)),
        after ? gt(returnId, after) : undefined,
      ),
    )
    .orderBy(asc(returnId))
    .limit(limit);
}

/** What an import moved, by return, each with its steps in order and what they did. */
export async function listMoveEvents(
  tx: Tx,
  sellerId: string,
  importId: string,
  ids: readonly string[],
): Promise<Map<string, MoveEvent[]>> {
  const rows = await tx
    .select({
      returnId: events.returnId,
      id: events.id,
      at: events.at,
      effects: events.effects,
    })
    .from(events)
    .where(
      and(
        eq(events.sellerId, sellerId),
        eq(events.importId, importId),
        inArray(events.returnId, [...ids]),
        isNotNull(events.fromStatus),
      ),
    )
    .orderBy(asc(events.id));
  const steps = new Map<string, MoveEvent[]>(ids.map((id) => [id, []]));
  for (const { returnId, effects, ...event } of rows)
    steps.get(returnId ?? "")?.push({ ...event, effects: recordedEffectsSchema.parse(effects ?? []) });
  return steps;
}

/** Deletes some of the returns an import brought in and answers their orders; none when there are no more. */
export async function deleteImportedReturns(tx: Tx, { sellerId, importId, kept, limit }: Taken): Promise<string[]> {
  const rows = await tx.execute<{ orderId: string }>(sql`
    with taken as (
      delete from import_changes where seller_id = ${sellerId} and import_id = ${importId} and return_id in (
        select return_id from import_changes
        where seller_id = ${sellerId} and import_id = ${importId} and kind = 'new'
          and not ${isKept(sql`return_id`, kept)} limit ${limit})
      returning return_id
    )
    delete from returns r using taken where r.seller_id = ${sellerId} and r.id = taken.return_id
    returning r.order_id as "orderId"`);
  return rows.map(({ orderId }) => orderId);
}

/**
 * Deletes the items an import added to these orders and that no return speaks of any more. They are told by their ids,
 * which are made in the order of time: those of earlier imports sort before the import's own.
 */
export async function deleteAddedItems(
  tx: Tx,
  sellerId: string,
  importId: string,
  orderIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    delete from order_lines l
    where l.seller_id = ${sellerId} and l.id > ${importId}
      and l.order_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(orderIds)}::jsonb))
      and not exists (select from return_lines r where r.seller_id = ${sellerId} and r.order_line_id = l.id)`);
}

/** Deletes those of these orders that came with the import and have no return left. */
export async function deleteEmptyOrders(
  tx: Tx,
  sellerId: string,
  importId: string,
  orderIds: readonly string[],
): Promise<void> {
  const ids = JSON.stringify(orderIds);
  const empty = sql`
    select o.id from orders o
    where o.seller_id = ${sellerId} and o.id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))
      and o.created_at >= (select created_at from imports where seller_id = ${sellerId} and id = ${importId})
      and not exists (select from returns r where r.seller_id = ${sellerId} and r.order_id = o.id)`;
  await tx.execute(sql`delete from order_lines where seller_id = ${sellerId} and order_id in (${empty})`);
  await tx.execute(sql`delete from orders where seller_id = ${sellerId} and id in (${empty})`);
}

/** A channel is as fresh as the newest file of the imports that stand, else as the newest return that is left. */
export async function setBackDataAsOf(tx: Tx, sellerId: string, channelId: string): Promise<void> {
  await tx.execute(sql`
    update channels c set data_as_of = coalesce(
      (select max(least((file->>'modifiedAt')::timestamptz, i.finished_at))
        from imports i, jsonb_array_elements(i.files) file
        where i.seller_id = ${sellerId} and i.channel_id = ${channelId} and i.state = ${DONE} and i.kind = 'returns'
          and file->'refusal' = 'null'::jsonb),
      (select max(r.created_at) from returns r where r.seller_id = ${sellerId} and r.channel_id = ${channelId}))
    where c.seller_id = ${sellerId} and c.id = ${channelId} and c.mode in ${MODES_WITH_REPORTS}`);
}
