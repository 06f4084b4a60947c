import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { channels, portals } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { violates } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { isSlug, slugOf } from "@/lib/kernel/slug";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { changesBetween } from "@/lib/policy/events/changes";
import { type ChannelMode, REACH } from "@/lib/policy/reach";

export type Portal = { slug: string; isOn: boolean };

const ofChannel = (sellerId: string, channelId: string) =>
  and(eq(portals.sellerId, sellerId), eq(portals.channelId, channelId));

/** Where the buyers of a channel find their returns; null before anybody needed it. */
export async function findPortal(tx: Tx, sellerId: string, channelId: string): Promise<Portal | null> {
  const [row] = await tx
    .select({ slug: portals.slug, isOn: portals.isOn })
    .from(portals)
    .where(ofChannel(sellerId, channelId));
  return row ?? null;
}

type Channel = { id: string; code: string; mode: ChannelMode };

/**
 * The same, made where there is none: near the channel's code, or with some letters behind it where another shop has
 * that one. Where Homeward itself acts it is on; elsewhere a seller has to say that the marketplace allows it.
 */
export async function portalOf(tx: Tx, sellerId: string, { id: channelId, code, mode }: Channel): Promise<Portal> {
  const known = await findPortal(tx, sellerId, channelId);
  if (known) return known;
  const near = slugOf(code, "shop");
  for (const slug of [near, `${near}-${newId().slice(-6)}`]) {
    const row = { slug, sellerId, channelId, isOn: REACH[mode].carriesOut };
    await tx.insert(portals).values(row).onConflictDoNothing();
    const made = await findPortal(tx, sellerId, channelId);
    if (made) return made;
  }
  throw new Error("no slug is free");
}

export const portalSchema = z.strictObject({
  channelId: idSchema,
  slug: z.string().trim().toLowerCase().refine(isSlug, { error: "bad_slug" }),
  isOn: z.boolean(),
});

/** Says where buyers find their returns, and whether they do. A new slug ends the addresses with the old one. */
export const savePortal = async (
  { db, sellerId, actor, now }: Ctx,
  { channelId, slug, isOn }: z.output<typeof portalSchema>,
): Promise<Result<Portal>> => {
  try {
    return await withSeller(db, sellerId, async (tx): Promise<Result<Portal>> => {
      const [channel] = await tx
        .select({ id: channels.id, name: channels.name, code: channels.code, mode: channels.mode })
        .from(channels)
        .where(and(eq(channels.sellerId, sellerId), eq(channels.id, channelId)))
        .for("update");
      if (!channel) return refuse({ code: "not_found" });
      const before = await findPortal(tx, sellerId, channelId);
      if (before?.slug === slug && before.isOn === isOn) return ok(before);
      if (before) await tx.update(portals).set({ slug, isOn }).where(ofChannel(sellerId, channelId));
      else await tx.insert(portals).values({ slug, sellerId, channelId, isOn });
      const told = (portal: Portal) => ({ portalSlug: portal.slug, portalIsOn: portal.isOn });
      await addSellerEvent(tx, {
        sellerId,
        actor,
        now,
        kind: "channel_changed",
        subject: { id: channelId, name: channel.name },
        data: { changes: changesBetween(before && told(before), told({ slug, isOn })) },
      });
      return ok({ slug, isOn });
    });
  } catch (error) {
    // An address belongs to one shop of the installation: of two who want it at once, one is told.
    if (!violates(error, "portals_pkey")) throw error;
    return refuse({ code: "invalid", fields: { slug: ["portal_taken"] } });
  }
};
