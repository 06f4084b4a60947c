import { z } from "zod";
import { dateSchema } from "./calendar";
import { type ChannelFacts, OUTBOUND_STATES, type ReturnFacts } from "./facts";
import { type ReasonFaults, reasonFaultOf } from "./fault";

const text = z
  .string()
  .trim()
  .max(200)
  .transform((given) => given || null);
const units = z.coerce.number().int().min(1).max(10_000);

/** A case somebody makes up to try terms on: one line of one order. Empty fields are unknown. */
export const madeUpCaseSchema = z.strictObject({
  category: text,
  sku: text,
  /** Of one unit, in minor units of the channel's currency; null: unknown. */
  priceMinor: z.int().min(0).nullable(),
  quantity: units,
  ordered: units,
  reason: z.string().min(1),
  orderedOn: dateSchema,
  deliveredOn: z.union([dateSchema, z.literal("").transform(() => null)]),
  requestedOn: dateSchema,
  country: z
    .string()
    .transform((given) => given.toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}$/)),
  outbound: z.union([z.enum(OUTBOUND_STATES), z.literal("").transform(() => null)]),
});
export type MadeUpCase = z.output<typeof madeUpCaseSchema>;

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
