import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { buyerLinks, channels, orders, portals, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { isSlug } from "@/lib/kernel/slug";
import type { Actor } from "@/lib/policy/actor";
import { type BuyerLinkIds, buyerToken, visitToken } from "./link-token";

/** How long a link opens its return after the last mail that carried it. */
export const LINK_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

const NUMBER = /^R-([1-9]\d{0,8})$/;

/** Whom a link lets in: the buyer of one return, by the portal of its channel. */
export type Buyer = {
  sellerId: string;
  linkId: string;
  returnId: string;
  channelId: string;
  number: number;
  portal: string;
  shopName: string;
  locale: string | null;
  actor: Actor;
};

/** The return of a link that has not ended, in the portal of its own channel and no other. */
async function findLinked(
  db: Db,
  { sellerId, linkId }: BuyerLinkIds,
  { portal, now }: { portal: string; now: Date },
): Promise<Buyer | null> {
  if (!isSlug(portal)) return null;
  return withSeller(db, sellerId, async (tx) => {
    const [row] = await tx
      .select({
        returnId: returns.id,
        channelId: returns.channelId,
        number: returns.number,
        shopName: channels.name,
        buyerName: orders.buyerName,
        locale: orders.buyerLocale,
      })
      .from(buyerLinks)
      .innerJoin(returns, and(eq(returns.sellerId, buyerLinks.sellerId), eq(returns.id, buyerLinks.returnId)))
      .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
      .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
      .innerJoin(portals, and(eq(portals.sellerId, returns.sellerId), eq(portals.channelId, returns.channelId)))
      .where(
        and(
          eq(buyerLinks.sellerId, sellerId),
          eq(buyerLinks.id, linkId),
          gt(buyerLinks.expiresAt, now),
          isNull(buyerLinks.revokedAt),
          eq(portals.slug, portal),
          portals.isOn,
        ),
      );
    if (!row) return null;
    const { buyerName, ...found } = row;
    return { ...found, sellerId, linkId, portal, actor: { kind: "buyer", id: null, name: buyerName } };
  });
}

type Shown = { secret: string; portal: string; shown: string; now: Date };

/** Whether buyers are let in by an address at all. */
export async function isPortal(db: Db, slug: string): Promise<boolean> {
  if (!isSlug(slug)) return false;
  const rows = await db
    .select({ slug: portals.slug })
    .from(portals)
    .where(and(eq(portals.slug, slug), portals.isOn));
  return rows.length > 0;
}

/** Whom the link of a mail lets in. Opening it changes nothing, and it opens again: a scanner may have been there first. */
export async function openLink(db: Db, { secret, shown, ...at }: Shown): Promise<Buyer | null> {
  const ids = buyerToken.read(secret, shown);
  return ids && findLinked(db, ids, at);
}

/** Whom a cookie lets in to the return of this number. */
export async function knowBuyer(db: Db, { secret, shown, number, ...at }: Shown & { number: string }) {
  const ids = visitToken.read(secret, shown);
  const named = Number(NUMBER.exec(number)?.[1]);
  const buyer = ids && named ? await findLinked(db, ids, at) : null;
  return buyer?.number === named ? buyer : null;
}

/** The link of a return for one more mail: the one that is known, for longer, or a new one. */
export async function linkOf(tx: Tx, sellerId: string, returnId: string, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  const isOpen = and(
    eq(buyerLinks.sellerId, sellerId),
    eq(buyerLinks.returnId, returnId),
    gt(buyerLinks.expiresAt, now),
    isNull(buyerLinks.revokedAt),
  );
  const [known] = await tx.update(buyerLinks).set({ expiresAt }).where(isOpen).returning({ id: buyerLinks.id });
  if (known) return known.id;
  const id = newId();
  await tx.insert(buyerLinks).values({ sellerId, id, returnId, createdAt: now, expiresAt });
  return id;
}
