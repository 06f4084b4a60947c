import { z } from "zod";
import { canonicalEmail } from "@/lib/kernel/email";
import { dateSchema, idSchema, languageSchema } from "@/lib/kernel/schemas";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";
import { ITEMS_AT_MOST, NOTE_AT_MOST } from "@/lib/policy/limits";

const quantity = z.int().min(1).max(9999);
/** An empty field is to be filled in, anything else is no day. */
const day = z.string().min(1).pipe(dateSchema);
/** One of ours or of the seller's own, by its code; the verb knows which those are. */
const reason = z.string().trim().min(1).max(80);
/** Where the parcel is, as far as the buyer or the shop says (S3-09); left out or null: not known. */
const whereabouts = { outbound: z.enum(OUTBOUND_STATES).nullish(), deliveredOn: dateSchema.nullish() };
const text = (longest: number) => z.string().trim().max(longest);

/** An order that is not known yet, as somebody reads it in the shop. */
const newOrderSchema = z.strictObject({
  orderedOn: day,
  ...whereabouts,
  buyerName: text(200),
  buyerEmail: z
    .string()
    .trim()
    .refine((typed) => typed === "" || canonicalEmail(typed) !== null, { message: "bad_email" }),
  buyerLocale: languageSchema,
  items: z
    .array(
      z.strictObject({
        title: text(500).min(1),
        sku: text(200),
        category: text(200),
        ordered: quantity,
        /** Of all its units, as typed: 12.50 or 12,50; empty is unknown. */
        price: text(30),
        quantity,
        reason,
      }),
    )
    .min(1)
    .max(ITEMS_AT_MOST),
});

/** A request that came by e-mail or telephone: about a known order, or with the order itself. */
export const newReturnSchema = z.strictObject({
  /** Made once for each form: however often it is sent, it is one return. */
  id: idSchema,
  channelId: idSchema,
  orderNumber: text(60).min(1),
  order: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("known"),
      lines: z.array(z.strictObject({ orderLineId: idSchema, quantity, reason })).min(1),
      /** Kept where the order says nothing of it yet. */
      ...whereabouts,
    }),
    newOrderSchema.extend({ kind: z.literal("new") }),
  ]),
  requestedOn: day,
  buyerComment: text(NOTE_AT_MOST),
});
export type NewReturnForm = z.output<typeof newReturnSchema>;
