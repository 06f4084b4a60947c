import { and, eq, isNull } from "drizzle-orm";
import { buyerLinks, channels, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { portalOf } from "@/lib/channels/portals";
import { paths } from "@/lib/i18n/paths";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { linkOf } from "@/lib/platform/buyers";
import type { Ctx } from "@/lib/platform/ctx";
import { buyerToken } from "@/lib/platform/link-token";
import { addEvents } from "@/lib/platform/moves/add-events";

export type BuyerLinkRefusal = { code: "not_found" } | { code: "portal_off" };

/** The link of a return for somebody who writes to its buyer elsewhere: the history says that they have had it. */
export const copyBuyerLink = (
  { db, sellerId, actor, now }: Ctx,
  { returnId }: { returnId: string },
  secret: string,
): Promise<Result<{ path: string }, BuyerLinkRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<{ path: string }, BuyerLinkRefusal>> => {
    const [channel] = await tx
      .select({ id: channels.id, code: channels.code, mode: channels.mode })
      .from(returns)
      .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
      .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
    if (!channel) return refuse({ code: "not_found" });
    const portal = await portalOf(tx, sellerId, channel);
    if (!portal.isOn) return refuse({ code: "portal_off" });
    const linkId = await linkOf(tx, sellerId, returnId, now);
    await addEvents(tx, [{ sellerId, returnId, kind: "buyer_link_copied", actor, now, data: {} }]);
    return ok({ path: paths.portalLink(portal.slug, buyerToken.write(secret, { sellerId, linkId })) });
  });

/** Ends every link of a return at once, and with them what browsers were handed for them. */
export const endBuyerLinks = (
  { db, sellerId, actor, now }: Ctx,
  { returnId }: { returnId: string },
): Promise<Result<null, BuyerLinkRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, BuyerLinkRefusal>> => {
    const isReturn = and(eq(returns.sellerId, sellerId), eq(returns.id, returnId));
    const found = await tx.select({ id: returns.id }).from(returns).where(isReturn);
    if (found.length === 0) return refuse({ code: "not_found" });
    await tx
      .update(buyerLinks)
      .set({ revokedAt: now })
      .where(and(eq(buyerLinks.sellerId, sellerId), eq(buyerLinks.returnId, returnId), isNull(buyerLinks.revokedAt)));
    await addEvents(tx, [{ sellerId, returnId, kind: "buyer_links_ended", actor, now, data: {} }]);
    return ok(null);
  });
