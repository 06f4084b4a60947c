import { and, asc, eq, gt, not, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importOrderChanges } from "@/db/schema";
import { writeTogether } from "@/db/write-set";
import { listChannelRules } from "@/lib/channels/channel-rules";
import type { KnownOrderLine } from "./import-world";
import { judgeOrdersAgain } from "./judge-again";
import { deleteAddedItems, deleteEmptyOrders, isKept } from "./undo-rows";
import { type OrderFacts, orderLineUpdate, orderUpdate } from "./write-orders";

type Undo = { sellerId: string; importId: string; channelId: string; now: Date };

/** An order as it stood before an import of orders changed it. */
type OrderImage = { row: OrderFacts; lines: KnownOrderLine[] };

const PORTION = 500;

/** Takes the orders of an import in id order: nobody changes one while it is taken back. */
export async function lockImportedOrders(
  tx: Tx,
  { sellerId, importId }: Pick<Undo, "sellerId" | "importId">,
): Promise<void> {
  await tx.execute(sql`
    select count(*) from (
      select o.id from orders o
      where o.seller_id = ${sellerId} and o.id in (
        select order_id from import_order_changes where seller_id = ${sellerId} and import_id = ${importId})
      order by o.id for update) locked`);
}

/** Puts changed orders back as they stood and deletes those that came in; undecided returns are judged as before (P-26). */
export async function undoOrders(tx: Tx, undo: Undo & { kept: readonly string[] }): Promise<void> {
  const { sellerId, importId } = undo;
  const { orderId: id, kind, before } = importOrderChanges;
  for (let after: string | null = null; ; ) {
    const page: { id: string; kind: "new" | "changed"; image: OrderImage | null }[] = await tx
      .select({ id, kind, image: sql<OrderImage | null>`${before}` })
      .from(importOrderChanges)
      .where(
        and(
          eq(importOrderChanges.sellerId, sellerId),
          eq(importOrderChanges.importId, importId),
          not(isKept(id, undo.kept)),
          after ? gt(id, after) : undefined,
        ),
      )
      .orderBy(asc(id))
      .limit(PORTION);
    const last = page.at(-1);
    if (!last) return;
    const images = page.flatMap(({ image }) => (image ? [image] : []));
    const fresh = page.filter((row) => row.kind === "new").map((row) => row.id);
    if (images.length > 0) await restore(tx, images, undo);
    if (fresh.length > 0) await deleteEmptyOrders(tx, sellerId, importId, fresh);
    after = last.id;
  }
}

async function restore(tx: Tx, images: readonly OrderImage[], undo: Undo): Promise<void> {
  const { sellerId, importId } = undo;
  await writeTogether(tx, [
    orderUpdate(
      sellerId,
      images.map(({ row }) => row),
    ),
    orderLineUpdate(
      sellerId,
      images.flatMap(({ lines }) => lines),
    ),
  ]);
  await deleteAddedItems(
    tx,
    sellerId,
    importId,
    images.map(({ row }) => row.id),
  );
  await judgeWhatIsLeft(
    tx,
    undo,
    images.map(({ row }) => row.id),
  );
}

/** P-26: after returns of these orders went, were put back or stayed, undecided ones are judged by what is left. */
export async function judgeWhatIsLeft(tx: Tx, undo: Undo, orderIds: readonly string[]): Promise<void> {
  const { sellerId, importId, channelId, now } = undo;
  if (orderIds.length === 0) return;
  const [channel] = await listChannelRules(tx, sellerId, [channelId]);
  if (!channel) throw new Error("the channel of an import is gone");
  await judgeOrdersAgain(tx, orderIds, { sellerId, importId, channel, now });
}
