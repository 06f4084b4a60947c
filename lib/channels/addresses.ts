import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { returnAddresses } from "@/db/schema";
import type { Address } from "@/lib/kernel/address";

/** An address as labels, dialogs and decisions take it. */
export const addressColumns = {
  recipient: returnAddresses.recipient,
  line1: returnAddresses.line1,
  line2: returnAddresses.line2,
  city: returnAddresses.city,
  region: returnAddresses.region,
  postalCode: returnAddresses.postalCode,
  country: returnAddresses.country,
  phone: returnAddresses.phone,
};
const columns = { id: returnAddresses.id, label: returnAddresses.label, ...addressColumns };

/** The seller's saved return addresses that can be chosen, oldest first; retired ones are not offered. */
export function listAddresses(tx: Tx, sellerId: string) {
  return tx
    .select(columns)
    .from(returnAddresses)
    .where(and(eq(returnAddresses.sellerId, sellerId), isNull(returnAddresses.retiredAt)))
    .orderBy(asc(returnAddresses.id));
}
export type SavedAddress = Awaited<ReturnType<typeof listAddresses>>[number];

export async function findAddress(tx: Tx, sellerId: string, id: string): Promise<Address | null> {
  const [row] = await tx
    .select(addressColumns)
    .from(returnAddresses)
    .where(and(eq(returnAddresses.sellerId, sellerId), eq(returnAddresses.id, id), isNull(returnAddresses.retiredAt)));
  return row ?? null;
}

const same = (column: PgColumn, value: string | null): SQL => (value === null ? isNull(column) : eq(column, value));

/** The id of an address that is saved already in exactly these words. */
export async function findSameAddress(tx: Tx, sellerId: string, address: Address): Promise<string | null> {
  const [row] = await tx
    .select({ id: returnAddresses.id })
    .from(returnAddresses)
    .where(
      and(
        eq(returnAddresses.sellerId, sellerId),
        same(returnAddresses.recipient, address.recipient),
        same(returnAddresses.line1, address.line1),
        same(returnAddresses.line2, address.line2),
        same(returnAddresses.city, address.city),
        same(returnAddresses.region, address.region),
        same(returnAddresses.postalCode, address.postalCode),
        same(returnAddresses.country, address.country),
        same(returnAddresses.phone, address.phone),
      ),
    )
    .orderBy(asc(returnAddresses.id))
    .limit(1);
  return row?.id ?? null;
}

export async function insertAddress(tx: Tx, sellerId: string, id: string, address: Address): Promise<void> {
  await tx.insert(returnAddresses).values({ sellerId, id, ...address });
}
