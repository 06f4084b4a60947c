import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, returnAddresses } from "@/db/schema";
import type { Address } from "@/lib/kernel/address";
import { addressColumns } from "./addresses";

const columns = {
  id: returnAddresses.id,
  label: returnAddresses.label,
  hours: returnAddresses.hours,
  retiredAt: returnAddresses.retiredAt,
  ...addressColumns,
};

/** Every return address of the seller, those in use first, each group oldest first. */
export const listAddressBook = (tx: Tx, sellerId: string) =>
  tx
    .select(columns)
    .from(returnAddresses)
    .where(eq(returnAddresses.sellerId, sellerId))
    .orderBy(sql`${returnAddresses.retiredAt} is not null`, asc(returnAddresses.id));
export type BookAddress = Awaited<ReturnType<typeof listAddressBook>>[number];

export async function findBookAddress(tx: Tx, sellerId: string, id: string): Promise<BookAddress | null> {
  const [row] = await tx
    .select(columns)
    .from(returnAddresses)
    .where(and(eq(returnAddresses.sellerId, sellerId), eq(returnAddresses.id, id)));
  return row ?? null;
}

/** Takes an address: whoever retires it waits for whoever makes it a default, and the other way round. */
export async function lockAddress(tx: Tx, sellerId: string, id: string): Promise<BookAddress | null> {
  const [row] = await tx
    .select(columns)
    .from(returnAddresses)
    .where(and(eq(returnAddresses.sellerId, sellerId), eq(returnAddresses.id, id)))
    .for("update");
  return row ?? null;
}

/** A channel with its default address and the addresses that its rules name. */
export type ChannelAddresses = {
  id: string;
  name: string;
  programme: string;
  defaultAddressId: string | null;
  rules: { name: string; addressId: string }[];
};

export const listChannelAddresses = (tx: Tx, sellerId: string): Promise<ChannelAddresses[]> =>
  tx
    .select({
      id: channels.id,
      name: channels.name,
      programme: channels.programme,
      defaultAddressId: channels.defaultAddressId,
      rules: sql<ChannelAddresses["rules"]>`(
        select coalesce(json_agg(json_build_object('name', rule->>'name', 'addressId', rule->>'addressId')), '[]')
        from jsonb_array_elements((
          select o.operation->'addressRules' from operations o
          where o.seller_id = ${sellerId} and o.channel_id = channels.id order by o.version desc limit 1)) rule)`,
    })
    .from(channels)
    .where(eq(channels.sellerId, sellerId))
    .orderBy(asc(channels.name), asc(channels.code));

type Entry = Address & { label: string | null; hours: string | null };

/** False where it is there already: the same form was sent twice. */
export async function insertBookAddress(tx: Tx, sellerId: string, id: string, entry: Entry): Promise<boolean> {
  const rows = await tx
    .insert(returnAddresses)
    .values({ sellerId, id, ...entry })
    .onConflictDoNothing()
    .returning({ id: returnAddresses.id });
  return rows.length > 0;
}

export async function updateBookAddress(
  tx: Tx,
  sellerId: string,
  id: string,
  change: Partial<Entry> & { retiredAt?: Date | null },
): Promise<void> {
  await tx
    .update(returnAddresses)
    .set(change)
    .where(and(eq(returnAddresses.sellerId, sellerId), eq(returnAddresses.id, id)));
}

export async function updateDefaultAddress(tx: Tx, sellerId: string, channelId: string, addressId: string) {
  await tx
    .update(channels)
    .set({ defaultAddressId: addressId })
    .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)));
}

/** Where an address is used: as a channel's default, or by a rule of one. */
export type AddressUse = { channel: string; channelId: string; rule: string | null };

export const usesOf = (addressId: string, channels: readonly ChannelAddresses[]): AddressUse[] =>
  channels.flatMap(({ id: channelId, name: channel, defaultAddressId, rules }) => [
    ...(defaultAddressId === addressId ? [{ channel, channelId, rule: null }] : []),
    ...rules.filter((rule) => rule.addressId === addressId).map((rule) => ({ channel, channelId, rule: rule.name })),
  ]);
