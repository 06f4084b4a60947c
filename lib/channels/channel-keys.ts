import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { channelKeys, channels } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { makeKey } from "@/lib/platform/keys";

/** How long a key still counts beside the one that takes its place, so that no system has to change at that moment. */
const OVERLAP_MS = 7 * 24 * 3_600_000;

export const issueKeySchema = z.strictObject({
  channelId: idSchema,
  /** The key that was seen and is to be followed by another; null where none was there. */
  replaces: idSchema.nullable(),
});
export const revokeKeySchema = z.strictObject({ channelId: idSchema, keyId: idSchema });

const isCounting = (sellerId: string, channelId: string, now: Date) =>
  and(
    eq(channelKeys.sellerId, sellerId),
    eq(channelKeys.channelId, channelId),
    or(isNull(channelKeys.endsAt), gt(channelKeys.endsAt, now)),
  );

/** The keys of a channel that count, the oldest first; nothing of what is secret about them. */
export const listChannelKeys = (tx: Tx, sellerId: string, channelId: string, now: Date) =>
  tx
    .select({
      id: channelKeys.id,
      hint: channelKeys.hint,
      createdAt: channelKeys.createdAt,
      endsAt: channelKeys.endsAt,
      usedAt: channelKeys.usedAt,
    })
    .from(channelKeys)
    .where(isCounting(sellerId, channelId, now))
    .orderBy(asc(channelKeys.createdAt), asc(channelKeys.id));
export type ChannelKey = Awaited<ReturnType<typeof listChannelKeys>>[number];

const lockChannel = async (tx: Tx, sellerId: string, channelId: string): Promise<boolean> => {
  const isChannel = and(eq(channels.sellerId, sellerId), eq(channels.id, channelId));
  const rows = await tx.select({ id: channels.id }).from(channels).where(isChannel).for("update");
  return rows.length > 0;
};

export type IssueRefusal = { code: "not_found" | "key_changed" };
type Issued = Result<{ key: string }, IssueRefusal>;

/** Makes a channel's key, or the one that takes its place; this answer alone ever has it. */
export const issueChannelKey = (
  { db, sellerId, actor, now }: Ctx,
  { channelId, replaces }: z.output<typeof issueKeySchema>,
): Promise<Issued> =>
  withSeller(db, sellerId, async (tx): Promise<Issued> => {
    if (!(await lockChannel(tx, sellerId, channelId))) return refuse({ code: "not_found" });
    const counting = await listChannelKeys(tx, sellerId, channelId, now);
    const current = counting.find(({ endsAt }) => endsAt === null)?.id ?? null;
    if (current !== replaces) return refuse({ code: "key_changed" });
    if (current !== null) {
      const endsAt = new Date(now.getTime() + OVERLAP_MS);
      const isCurrent = and(eq(channelKeys.sellerId, sellerId), eq(channelKeys.id, current));
      await tx.update(channelKeys).set({ endsAt }).where(isCurrent);
    }
    const id = newId();
    const { key, hash, hint } = makeKey(sellerId, id);
    await tx.insert(channelKeys).values({ sellerId, id, channelId, hash, hint, createdAt: now, createdBy: actor.id });
    const about = { sellerId, actor, now, subject: { kind: "channel", id: channelId } } as const;
    await addSellerEvent(tx, { ...about, kind: "channel_key_issued", data: { hint } });
    return ok({ key });
  });

/** Ends a key at once. */
export const revokeChannelKey = (
  { db, sellerId, actor, now }: Ctx,
  { channelId, keyId }: z.output<typeof revokeKeySchema>,
): Promise<Result<null, { code: "not_found" }>> =>
  withSeller(db, sellerId, async (tx) => {
    const [ended] = await tx
      .update(channelKeys)
      .set({ endsAt: now })
      .where(and(isCounting(sellerId, channelId, now), eq(channelKeys.id, keyId)))
      .returning({ hint: channelKeys.hint });
    if (!ended) return refuse({ code: "not_found" });
    const about = { sellerId, actor, now, subject: { kind: "channel", id: channelId } } as const;
    await addSellerEvent(tx, { ...about, kind: "channel_key_revoked", data: { hint: ended.hint } });
    return ok(null);
  });
