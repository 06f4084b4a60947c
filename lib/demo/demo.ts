import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sellers } from "@/db/schema";

/** What a shop with demo data is called, held until the transaction ends; null: it has none, or not any more. */
export async function lockDemoName(tx: Tx, sellerId: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: sellers.name, isDemo: sellers.isDemo })
    .from(sellers)
    .where(eq(sellers.id, sellerId))
    .for("no key update");
  return row?.isDemo ? row.name : null;
}

export const clearDemoMark = (tx: Tx, sellerId: string) =>
  tx.update(sellers).set({ isDemo: false }).where(eq(sellers.id, sellerId));

/** The made-up parcel that nobody could name. */
export const DEMO_PARCEL = "01930000-0000-7000-8000-0000000000d1";

const idsOf = (rows: Iterable<{ id: string }>): string[] => [...rows].map(({ id }) => id);
const among = (ids: readonly string[]): SQL =>
  sql`in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** Deletes the made-up returns, taken in id order as every move takes them, and the orders that nothing speaks of then. */
export async function deleteDemoReturns(tx: Tx, sellerId: string): Promise<number> {
  const taken = await tx.execute<{ id: string; orderId: string }>(sql`
    select id, order_id as "orderId" from returns where seller_id = ${sellerId} and is_demo order by id for update`);
  const ids = idsOf(taken);
  await tx.execute(sql`delete from bulk_items where seller_id = ${sellerId} and subject_id ${among(ids)}`);
  await tx.execute(sql`delete from unidentified_parcels where seller_id = ${sellerId}
    and (id = ${DEMO_PARCEL} or return_id ${among(ids)})`);
  const carried = await tx.execute<{ id: string }>(sql`
    select distinct parcel_id as id from parcel_returns where seller_id = ${sellerId} and return_id ${among(ids)}`);
  await tx.execute(sql`delete from returns where seller_id = ${sellerId} and id ${among(ids)}`);
  await tx.execute(sql`delete from parcels p where p.seller_id = ${sellerId} and p.id ${among(idsOf(carried))}
    and not exists (select from parcel_returns l where l.seller_id = ${sellerId} and l.parcel_id = p.id)
    and not exists (select from received_units u where u.seller_id = ${sellerId} and u.parcel_id = p.id)`);
  const left = await tx.execute<{ id: string }>(sql`
    select o.id from orders o where o.seller_id = ${sellerId} and o.id ${among([...taken].map(({ orderId }) => orderId))}
      and not exists (select from returns r where r.seller_id = ${sellerId} and r.order_id = o.id)
      and not exists (select from import_order_changes c where c.seller_id = ${sellerId} and c.order_id = o.id)`);
  await tx.execute(sql`delete from order_lines where seller_id = ${sellerId} and order_id ${among(idsOf(left))}`);
  await tx.execute(sql`delete from orders where seller_id = ${sellerId} and id ${among(idsOf(left))}`);
  return ids.length;
}

const OF_CHANNEL = ["policy_previews", "policy_drafts", "sku_rules", "import_mappings", "operations", "policies"];

/** Deletes the made-up channels that nothing of the seller's own has come into, and keeps the others as theirs. */
export async function deleteDemoChannels(tx: Tx, sellerId: string): Promise<number> {
  const ofIt = (table: string) =>
    sql`exists (select from ${sql.identifier(table)} x where x.seller_id = ${sellerId} and x.channel_id = c.id)`;
  const empty = await tx.execute<{ id: string }>(sql`
    select c.id from channels c where c.seller_id = ${sellerId} and c.is_demo
      and not (${ofIt("returns")} or ${ofIt("orders")} or ${ofIt("imports")}) order by c.id for update`);
  const ids = idsOf(empty);
  for (const table of OF_CHANNEL)
    await tx.execute(
      sql`delete from ${sql.identifier(table)} where seller_id = ${sellerId} and channel_id ${among(ids)}`,
    );
  await tx.execute(sql`delete from channels where seller_id = ${sellerId} and id ${among(ids)}`);
  await tx.execute(sql`update channels set is_demo = false where seller_id = ${sellerId} and is_demo`);
  return ids.length;
}

/** Deletes the made-up addresses that no channel sends parcels to. */
export async function deleteDemoAddresses(tx: Tx, sellerId: string): Promise<void> {
  await tx.execute(sql`
    delete from return_addresses a where a.seller_id = ${sellerId} and a.is_demo
      and not exists (select from channels c where c.seller_id = ${sellerId} and c.default_address_id = a.id)
      and not exists (select from operations o, jsonb_array_elements(o.operation->'addressRules') rule
        where o.seller_id = ${sellerId} and (rule->>'addressId')::uuid = a.id)`);
  await tx.execute(sql`update return_addresses set is_demo = false where seller_id = ${sellerId} and is_demo`);
}
