import { z } from "zod";
import { parseTypedMinor } from "@/lib/kernel/money";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { quoteRefund, type RefundQuote } from "@/lib/policy/money/refund-quote";
import { CONDITIONS } from "@/lib/policy/parcels/conditions";
import { explanationSchema } from "@/lib/policy/parcels/received-unit";
import { FAULTS } from "@/lib/policy/terms/term-choices";
import type { RefundBasis } from "@/lib/returns/refund-basis";
import { type AskedUnits, linesToRefund, orderToRefund } from "./quote-of";

const typed = z.string().trim().min(1).max(30).nullable();

export const refundSchema = z.strictObject({
  /** Made when the form opens and kept over every try: the same intent is one refund. */
  key: idSchema,
  orderId: idSchema,
  returnId: idSchema.nullable(),
  units: z
    .array(
      z.strictObject({
        returnLineId: idSchema,
        /** Null: the buyer keeps it, or it never came. */
        condition: z.enum(CONDITIONS).nullable(),
        quantity: z.int().min(1).max(10_000),
        /** What is given back of their price; null: as the terms say. */
        given: typed,
      }),
    )
    .max(500),
  /** Of the way to the buyer; null: as the terms say. */
  shipping: typed,
  deductsLabel: z.boolean().nullable(),
  concession: typed,
  /** P-07: who is at fault instead, by the line of the order, and why. */
  faults: z.record(idSchema, z.enum(FAULTS)),
  faultNote: z.string().trim().max(NOTE_AT_MOST),
  note: z.string().trim().max(NOTE_AT_MOST),
  /** P-11: why what came is not what was asked back, where nobody has said it yet. */
  difference: explanationSchema.nullish(),
  /** What was paid, where nobody knows it. */
  paid: typed,
  /** P-22: what the marketplace reports was looked at. */
  confirmsReported: z.boolean(),
  /** What the person has read, in minor units: another sum is asked about again. */
  amountMinor: z.int(),
});
export type RefundInput = z.output<typeof refundSchema>;

type Said = {
  units: AskedUnits[];
  shippingMinor: number | null;
  concessionMinor: number;
  paidMinor: number | null;
};

/** The amounts as somebody typed them, in the order's currency. */
export function amountsOf(input: RefundInput, currency: string): Result<Said, Refusal> {
  const read = (text: string | null): number | null =>
    text === null ? null : (parseTypedMinor(text, currency) ?? Number.NaN);
  const units = input.units.map(({ given, ...unit }) => ({ ...unit, givenMinor: read(given) }));
  const shippingMinor = read(input.shipping);
  const concessionMinor = read(input.concession) ?? 0;
  const paidMinor = read(input.paid);
  const isBad = (amount: number | null) => amount !== null && !(amount >= 0);
  const fields = [
    ...units.flatMap(({ givenMinor }, at) => (isBad(givenMinor) ? [`given-${at}`] : [])),
    ...(isBad(shippingMinor) ? ["shipping"] : []),
    ...(isBad(concessionMinor) ? ["concession"] : []),
    ...(isBad(paidMinor) ? ["paid"] : []),
  ];
  if (fields.length > 0)
    return refuse({ code: "invalid", fields: Object.fromEntries(fields.map((field) => [field, ["bad_amount"]])) });
  return ok({ units, shippingMinor, concessionMinor, paidMinor });
}

/** What an input comes to, step by step. */
export const quoteOf = (
  basis: RefundBasis,
  { faults, deductsLabel }: RefundInput,
  { units, paidMinor, shippingMinor, concessionMinor }: Said,
): RefundQuote =>
  quoteRefund(orderToRefund(basis, paidMinor), linesToRefund(basis, units, faults), {
    ...{ shippingMinor, deductsLabel, concessionMinor },
  });
