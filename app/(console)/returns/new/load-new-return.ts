import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listChannelRules } from "@/lib/channels/channel-rules";
import { todayIn } from "@/lib/kernel/calendar";
import { openReasons, type ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { listReasons } from "@/lib/reasons/reasons";
import { findOrder, listOrderChannels } from "@/lib/returns/request-orders";
import { takesRequests } from "@/lib/returns/request-return";

/** A channel that a request can be entered for; `today` is the day there. */
export type EntryChannel = { id: string; name: string; currency: string; today: string };
/** A reason that can be chosen, with what the seller calls it. */
export type ReasonChoice = { code: string; labels: ReasonLabels | null };
export type KnownOrder = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

const one = (value: string | string[] | undefined): string => (typeof value === "string" ? value.trim() : "");

/** What the page shows for its address: the channels, and the order that was looked up, if it is known. */
export function loadNewReturn(sellerId: string, search: Record<string, string | string[] | undefined>) {
  // As lists are read: the # that Shopify puts before an order number is not part of it.
  const number = one(search.order)
    .replace(/^[#＃]\s*/, "")
    .slice(0, 60);
  return withSeller(db, sellerId, async (tx) => {
    const channels = (await listChannelRules(tx, sellerId)).filter(takesRequests).map(
      ({ id, name, currency, timeZone }): EntryChannel => ({
        id,
        name,
        currency,
        today: todayIn(new Date(), timeZone),
      }),
    );
    const chosen = channels.find(({ id }) => id === one(search.channel)) ?? null;
    const order = chosen && number ? await findOrder(tx, sellerId, { channelId: chosen.id, number }) : null;
    const elsewhere =
      chosen && number && !order ? await listOrderChannels(tx, sellerId, { number, besides: chosen.id }) : [];
    const reasons = openReasons(await listReasons(tx, sellerId, "return"), "return");
    return {
      channels,
      chosen,
      number,
      order,
      elsewhere,
      reasons: reasons.map(({ code, labels }): ReasonChoice => ({ code, labels })),
    };
  });
}
