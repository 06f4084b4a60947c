import { setTimeout as pause } from "node:timers/promises";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { orders, outbox, portals, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { canonicalEmail } from "@/lib/kernel/email";
import { newId } from "@/lib/kernel/ids";
import { isSlug } from "@/lib/kernel/slug";
import type { PublicCtx } from "@/lib/platform/ctx";
import { lockReturns } from "@/lib/platform/moves/add-events";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { bookAttempt, linkLimits } from "@/lib/platform/throttle";

export const againSchema = z.object({ order: z.string().trim().max(100), email: z.string().max(254) });

const HOUR_MS = 3_600_000;
/** P10: mails with a link to one address within an hour. */
const MAILS_AN_HOUR = 3;
/** Every answer takes so long, whether or not there is anything to send: the work is much shorter. */
const ANSWER_MS = 400;

type Asked = z.output<typeof againSchema> & { portal: string; from: string };

/**
 * Sends the buyer of an order the link of its latest return once more, to the address of the order. Whoever asks is
 * answered the same, and after the same time, whether or not there is such an order.
 */
export async function sendLinkAgain(ctx: PublicCtx, asked: Asked): Promise<void> {
  await Promise.all([attempt(ctx, asked), pause(ANSWER_MS)]);
}

async function attempt({ db, now }: PublicCtx, { portal, order, email: typed, from }: Asked): Promise<void> {
  const email = canonicalEmail(typed);
  if (!isSlug(portal) || email === null || order === "" || order.includes("\u0000")) return;
  const [channel] = await db
    .select({ sellerId: portals.sellerId, channelId: portals.channelId })
    .from(portals)
    .where(and(eq(portals.slug, portal), portals.isOn));
  if (!channel) return;
  const { sellerId, channelId } = channel;
  const booked = await bookAttempt(db, linkLimits({ sellerId, order, email, from }), now);
  if ("until" in booked) return;
  await withSeller(db, sellerId, async (tx) => {
    const ofBuyer = and(eq(orders.sellerId, sellerId), sql`lower(${orders.buyerEmail}) = ${email}`);
    const [found] = await tx
      .select({ id: returns.id })
      .from(orders)
      .innerJoin(returns, and(eq(returns.sellerId, orders.sellerId), eq(returns.orderId, orders.id)))
      .where(and(ofBuyer, eq(orders.channelId, channelId), eq(orders.number, order)))
      .orderBy(desc(returns.number))
      .limit(1);
    if (!found) return;
    // Those who ask at once are counted one after another.
    await lockReturns(tx, sellerId, [found.id]);
    const lately = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .innerJoin(returns, and(eq(returns.sellerId, outbox.sellerId), eq(returns.id, outbox.returnId)))
      .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
      .where(
        and(
          eq(outbox.sellerId, sellerId),
          eq(outbox.kind, "buyer.link"),
          ne(outbox.state, "cancelled"),
          gt(outbox.createdAt, new Date(now.getTime() - HOUR_MS)),
          ofBuyer,
        ),
      )
      .limit(MAILS_AN_HOUR);
    if (lately.length >= MAILS_AN_HOUR) return;
    const dedupeKey = `buyer.link:${newId()}`;
    const message = { kind: "buyer.link" as const, returnId: found.id, eventId: null, dedupeKey };
    await writeTogether(tx, queuedMessages(sellerId, [{ ...message, availableAt: now, createdAt: now }]));
  });
}
