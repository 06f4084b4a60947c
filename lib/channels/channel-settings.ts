import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, operations, orders, policies, sellers, users } from "@/db/schema";
import type { Operation } from "@/lib/policy/terms/terms";

const columns = {
  id: channels.id,
  code: channels.code,
  name: channels.name,
  marketplace: channels.marketplace,
  mode: channels.mode,
  programme: channels.programme,
  plan: channels.plan,
  hasPrepaid: channels.hasPrepaid,
  country: channels.country,
  currency: channels.currency,
  timeZone: channels.timeZone,
  defaultAddressId: channels.defaultAddressId,
  replyTo: channels.replyTo,
};

/** A seller's channels with how each works today. */
export function listChannelSettings(tx: Tx, sellerId: string) {
  return tx
    .select({
      ...columns,
      undoSeconds: sql<number>`(
        select (p.operation ->> 'undoSeconds')::int from operations p
        where p.seller_id = ${sellerId} and p.channel_id = channels.id order by p.version desc limit 1)`,
    })
    .from(channels)
    .where(eq(channels.sellerId, sellerId))
    .orderBy(asc(channels.name), asc(channels.code));
}

type Written = {
  version: number;
  operation: Operation;
  createdAt: Date;
  /** Null where nobody of the seller wrote it: it came with the channel. */
  createdByName: string | null;
};

/** One channel with how it works now; null when it is not the seller's. */
export async function findChannelSettings(tx: Tx, sellerId: string, channelId: string) {
  const [row] = await tx
    .select({
      ...columns,
      written: {
        version: operations.version,
        operation: operations.operation,
        createdAt: operations.createdAt,
        createdByName: users.name,
      },
    })
    .from(channels)
    .innerJoin(operations, and(eq(operations.sellerId, channels.sellerId), eq(operations.channelId, channels.id)))
    .leftJoin(users, eq(users.id, operations.createdBy))
    .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)))
    .orderBy(desc(operations.version))
    .limit(1);
  return row ?? null;
}
export type FoundChannel = Omit<NonNullable<Awaited<ReturnType<typeof findChannelSettings>>>, "written"> & {
  written: Written;
};

/** Takes the channel's row: whoever writes a version second waits here. */
export async function lockChannel(tx: Tx, sellerId: string, channelId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)))
    .for("update");
  return rows.length > 0;
}

type NewVersion = Omit<typeof operations.$inferInsert, "sellerId">;

export async function insertOperation(tx: Tx, sellerId: string, version: NewVersion): Promise<void> {
  await tx.insert(operations).values({ sellerId, ...version });
}

/** Whether anything was ever sold here: then amounts and terms have a meaning already. */
export async function hasOrders(tx: Tx, sellerId: string, channelId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.channelId, channelId)))
    .limit(1);
  return rows.length > 0;
}

type Facts = Pick<
  typeof channels.$inferInsert,
  "name" | "programme" | "plan" | "hasPrepaid" | "country" | "currency" | "timeZone" | "defaultAddressId"
>;

export async function updateChannelFacts(tx: Tx, sellerId: string, channelId: string, facts: Facts): Promise<void> {
  await tx
    .update(channels)
    .set(facts)
    .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)));
}

/** Takes the seller's row: of two who make a channel at once, one waits. */
export async function lockSeller(tx: Tx, sellerId: string): Promise<void> {
  await tx.select({ id: sellers.id }).from(sellers).where(eq(sellers.id, sellerId)).for("no key update");
}

/** The codes of a seller's channels, which tell them apart in addresses and file names. */
export async function listChannelCodes(tx: Tx, sellerId: string): Promise<string[]> {
  const rows = await tx.select({ code: channels.code }).from(channels).where(eq(channels.sellerId, sellerId));
  return rows.map(({ code }) => code);
}

export async function insertChannel(tx: Tx, channel: typeof channels.$inferInsert): Promise<void> {
  await tx.insert(channels).values(channel);
}

export async function insertTerms(tx: Tx, version: typeof policies.$inferInsert): Promise<void> {
  await tx.insert(policies).values(version);
}

export async function updateReplyTo(tx: Tx, sellerId: string, channelId: string, replyTo: string | null) {
  await tx
    .update(channels)
    .set({ replyTo })
    .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)));
}
