import { isDate } from "@/lib/kernel/dates";
import { type ChannelFacts, OUTBOUND_STATES, type ReturnFacts } from "./facts";
import { type ReasonFaults, reasonFaultOf } from "./fault";

/** A case somebody makes up to try terms on: one line of one order. What is null is unknown. */
export type MadeUpCase = {
  category: string | null;
  sku: string | null;
  /** Of one unit, in minor units of the channel's currency. */
  priceMinor: number | null;
  quantity: number;
  ordered: number;
  reason: string;
  orderedOn: string;
  deliveredOn: string | null;
  requestedOn: string;
  country: string;
  outbound: (typeof OUTBOUND_STATES)[number] | null;
};

const isAmount = (units: number): boolean => Number.isInteger(units) && units >= 1 && units <= 10_000;

/** A case as its form holds it: empty fields are unknown. Null where it cannot be read. */
export function readCase(typed: Readonly<Record<string, unknown>>, priceMinor: number | null): MadeUpCase | null {
  const text = (name: string) => String(typed[name] ?? "").trim();
  const made = {
    category: text("category") || null,
    sku: text("sku") || null,
    priceMinor,
    quantity: Number(text("quantity")),
    ordered: Number(text("ordered")),
    reason: text("reason"),
    orderedOn: text("orderedOn"),
    deliveredOn: text("deliveredOn") || null,
    requestedOn: text("requestedOn"),
    country: text("country").toUpperCase(),
    outbound: OUTBOUND_STATES.find((state) => state === typed.outbound) ?? null,
  };
  const dates = [made.orderedOn, made.requestedOn, ...(made.deliveredOn === null ? [] : [made.deliveredOn])];
  const isRead =
    isAmount(made.quantity) &&
    isAmount(made.ordered) &&
    (priceMinor ?? 0) >= 0 &&
    made.reason !== "" &&
    dates.every(isDate) &&
    /^[A-Z]{2}$/.test(made.country);
  return isRead ? made : null;
}

/** The facts of a made-up case, on a channel of the seller. */
export function factsOfCase(made: MadeUpCase, channel: ChannelFacts & ReasonFaults): ReturnFacts {
  const { category, sku, priceMinor, quantity, ordered, reason, country, outbound, ...dates } = made;
  return {
    channel,
    order: {
      orderedOn: dates.orderedOn,
      deliveredOn: dates.deliveredOn,
      shippedOn: null,
      promisedOn: null,
      outbound,
      isCancelled: false,
      cancelledOn: null,
      shipCountry: country,
      earlierFreeReturns: 0,
    },
    requestedOn: dates.requestedOn,
    requestedAt: null,
    today: dates.requestedOn,
    otherCurrency: null,
    reported: null,
    lines: [
      {
        id: "made-up",
        sku,
        category,
        reason,
        quantity,
        orderedQuantity: ordered,
        alreadyReturnedQuantity: 0,
        amountMinor: priceMinor === null ? null : priceMinor * ordered,
        hasFreeReturn: null,
        skuRule: null,
        reasonFault: reasonFaultOf(channel, reason),
      },
    ],
  };
}
