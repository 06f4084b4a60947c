import type { Tx } from "@/db/client";
import { orderLines, orders } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { type ChannelRules, listChannelRules } from "@/lib/channels/channel-rules";
import { todayIn } from "@/lib/kernel/calendar";
import { canonicalEmail } from "@/lib/kernel/email";
import { newId } from "@/lib/kernel/ids";
import { parseMinor } from "@/lib/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { writeOutbound } from "@/lib/orders/outbound";
import type { Ctx } from "@/lib/platform/ctx";
import { reasonName } from "@/lib/policy/judging/fault";
import { reasonKey } from "@/lib/policy/judging/reasons";
import type { NewReturnForm } from "./new-return-input";
import { findOrder, hasReturn } from "./request-orders";
import { type ReturnRequest, requestReturnIn, takesRequests } from "./request-return";

type Lines = ReturnRequest["lines"];
type NewOrder = Extract<NewReturnForm["order"], { kind: "new" }>;

export type ByHandRefusal = {
  code: "mirrored_channel" | "order_known" | "reason_retired" | "unknown_order" | "unknown_line";
};

const wrong = (field: string, code: string): Result<never, Refusal> =>
  refuse({ code: "invalid", fields: { [field]: [code] } });

/**
 * Takes a request that a buyer made by e-mail or telephone, with its order where that is not known yet. Dates count in
 * the channel's zone. Refuses, before anything is written, with the field that is wrong, `order_known` where somebody entered the order meanwhile,
 * and as `requestReturn` does.
 */
export const requestByHand = (
  { db, sellerId, actor, now }: Ctx,
  form: NewReturnForm,
): Promise<Result<{ id: string }, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const [channel] = await listChannelRules(tx, sellerId, [form.channelId]);
    if (!channel) return wrong("channelId", "invalid");
    if (!takesRequests(channel)) return refuse({ code: "mirrored_channel" });
    const today = todayIn(now, channel.timeZone);
    const known = await findOrder(tx, sellerId, { channelId: channel.id, number: form.orderNumber });
    if (form.order.kind === "new" && known) return enteredBefore(tx, sellerId, form.id);
    const reasons = checkReasons(channel, form.order);
    if (!reasons.ok) return reasons;
    const place = placeOf(form.order);
    const ordered = form.order.kind === "new" ? form.order : known;
    const isTold = known?.outbound || known?.deliveredOn;
    const days = checkDays(
      ordered && { orderedOn: ordered.orderedOn, deliveredOn: isTold ? known.deliveredOn : place.deliveredOn },
      form.requestedOn,
      today,
    );
    if (!days.ok) return days;
    if (known && !isTold && place.outbound) {
      const told = { outbound: place.outbound, deliveredOn: place.deliveredOn, now };
      await writeOutbound(tx, sellerId, known.id, told);
    }
    const order =
      form.order.kind === "new"
        ? await addOrder(tx, sellerId, channel, { ...form.order, ...place, number: form.orderNumber, now })
        : ok({ orderId: known?.id ?? newId(), lines: form.order.lines.map(asCode) });
    if (!order.ok) return order.refusal.code === "order_known" ? enteredBefore(tx, sellerId, form.id) : order;
    const { orderId, lines } = order.value;
    return requestReturnIn(
      tx,
      { sellerId, actor, now },
      {
        id: form.id,
        orderId,
        source: "person",
        lines,
        buyerComment: form.buyerComment || null,
        ...(form.requestedOn === today ? {} : { requestedOn: form.requestedOn }),
      },
    );
  });

/** The order came in meanwhile: by this very form, sent twice, or by somebody else. */
const enteredBefore = async (tx: Tx, sellerId: string, id: string): Promise<Result<{ id: string }, Refusal>> =>
  (await hasReturn(tx, sellerId, id)) ? ok({ id }) : refuse({ code: "order_known" });

/** Where the parcel is; a day of delivery counts only for one that was delivered. */
function placeOf({ outbound = null, deliveredOn = null }: NewReturnForm["order"]) {
  if (deliveredOn !== null && (outbound === null || outbound === "delivered"))
    return { outbound: "delivered" as const, deliveredOn };
  return { outbound, deliveredOn: null };
}

/** Ours, or the seller's own that can still be chosen. */
function checkReasons({ ownReasons }: ChannelRules, order: NewReturnForm["order"]): Result<null, Refusal> {
  const chosen = (order.kind === "new" ? order.items : order.lines).map(({ reason }) => reasonName(reason));
  const own = chosen.map((name) => (Object.hasOwn(ownReasons, name) ? ownReasons[name] : undefined));
  if (own.some((reason) => reason?.isRetired)) return refuse({ code: "reason_retired" });
  const unknown = chosen.findIndex((name, index) => !own[index] && reasonKey(name) === null);
  return unknown < 0 ? ok(null) : wrong(`order.items.${unknown}.reason`, "invalid");
}

type Days = { orderedOn: string; deliveredOn: string | null };

/** Ordered, delivered, asked for, today: in this order, each on the channel's calendar. */
function checkDays(order: Days | null, requestedOn: string, today: string): Result<null, Refusal> {
  if (order && order.orderedOn > today) return wrong("order.orderedOn", "in_future");
  if (order?.deliveredOn && order.deliveredOn > today) return wrong("order.deliveredOn", "in_future");
  if (order?.deliveredOn && order.deliveredOn < order.orderedOn) return wrong("order.deliveredOn", "before_order");
  if (requestedOn > today) return wrong("requestedOn", "in_future");
  return order && requestedOn < order.orderedOn ? wrong("requestedOn", "before_order") : ok(null);
}

/** Reasons are kept as codes, like the ones that marketplaces send. */
const asCode = (line: Lines[number]): Lines[number] => ({ ...line, reason: line.reason.toUpperCase() });

type Entered = NewOrder & ReturnType<typeof placeOf> & { number: string; now: Date };

async function addOrder(
  tx: Tx,
  sellerId: string,
  channel: ChannelRules,
  { number, now, ...order }: Entered,
): Promise<Result<{ orderId: string; lines: Lines }, Refusal>> {
  const { orderedOn, outbound, deliveredOn } = order;
  const orderId = newId();
  const items = order.items.map((item) => ({
    ...item,
    id: newId(),
    amountMinor: item.price === "" ? null : parseMinor(item.price.replace(",", "."), channel.currency),
  }));
  const unread = items.findIndex(({ price, amountMinor }) => price !== "" && (amountMinor === null || amountMinor < 0));
  if (unread >= 0) return wrong(`order.items.${unread}.price`, "bad_amount");
  const tooMany = items.findIndex(({ quantity, ordered }) => quantity > ordered);
  if (tooMany >= 0) return wrong(`order.items.${tooMany}.quantity`, "too_big");
  const placed = await tx
    .insert(orders)
    .values({
      sellerId,
      id: orderId,
      channelId: channel.id,
      number,
      orderedOn,
      outbound,
      deliveredOn,
      currency: channel.currency,
      buyerName: order.buyerName || null,
      buyerEmail: canonicalEmail(order.buyerEmail),
      buyerLocale: order.buyerLocale,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: orders.id });
  if (placed.length === 0) return refuse({ code: "order_known" });
  await tx.insert(orderLines).values(
    items.map(({ id, title, sku, category, ordered, amountMinor }) => ({
      sellerId,
      id,
      orderId,
      title,
      sku: sku || null,
      category: category || null,
      quantity: ordered,
      amountMinor,
    })),
  );
  const lines = items.map(({ id, quantity, reason }) => asCode({ orderLineId: id, quantity, reason }));
  return ok({ orderId, lines });
}
