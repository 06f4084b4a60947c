import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Operation } from "../../lib/policy/terms";
import type { Tx } from "../client";
import { channels, operations, users } from "../schema";

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
        where p.seller_id = channels.seller_id and p.channel_id = channels.id order by p.version desc limit 1)`,
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

export async function updateReplyTo(tx: Tx, sellerId: string, channelId: string, replyTo: string | null) {
  await tx
    .update(channels)
    .set({ replyTo })
    .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)));
}
