import { z } from "zod";
import { dateSchema } from "@/lib/kernel/date-schema";
import type { MergedTerms } from "../terms/merged-terms";
import { EXEMPT_REASONS } from "../terms/sku-rule";
import { FAULTS, RESOLUTIONS } from "../terms/term-choices";
import type { Operation } from "../terms/terms";
import { type LineFacts, OUTBOUND_STATES, type ReturnFacts } from "./facts";

const WINDOW_BASES = ["general", "category", "sku", "holiday", "after_receipt", "after_promise"] as const;

export const windowSchema = z.object({
  startsOn: dateSchema,
  /** The last day on which a request is in time. */
  endsOn: dateSchema,
  days: z.int(),
  /** Which date it counts from; from the order it includes the transit allowance (P-21). */
  from: z.enum(["delivery", "order"]),
  /** Days of the transit allowance within startsOn; 0 when counted from delivery. */
  transitDays: z.int(),
  basis: z.enum(WINDOW_BASES),
});
export type ReturnWindow = z.infer<typeof windowSchema>;

const text = z.string().nullable();
const count = z.int();

/** One rule's answer for one line: numbers, dates and codes, never a sentence. */
export const reasonSchema = z.discriminatedUnion("rule", [
  windowSchema.extend({
    rule: z.literal("return_window"),
    outcome: z.enum(["pass", "fail"]),
    effect: z.enum(["none", "out_of_policy"]),
    requestedOn: dateSchema,
    /** Days after startsOn on which it was requested, and days after endsOn; never negative. */
    usedDays: count,
    lateDays: count,
    category: text,
    holiday: text,
  }),
  z.object({
    rule: z.literal("category_returnable"),
    outcome: z.enum(["pass", "fail", "unknown"]),
    effect: z.enum(["none", "not_returnable"]),
    category: text,
  }),
  z.object({
    rule: z.literal("sku_returnable"),
    outcome: z.enum(["pass", "fail", "unknown"]),
    effect: z.enum(["none", "not_returnable"]),
    sku: text,
  }),
  z.object({
    rule: z.literal("quantity"),
    outcome: z.enum(["pass", "fail", "unknown"]),
    effect: z.enum(["none", "out_of_policy"]),
    requested: count,
    alreadyReturned: count,
    ordered: count.nullable(),
  }),
  z.object({
    rule: z.literal("free_return_covered"),
    outcome: z.enum(["pass", "fail"]),
    effect: z.enum(["none", "dispute_path"]),
    reason: z.string(),
  }),
  z.object({
    rule: z.literal("one_free_return"),
    outcome: z.enum(["pass", "fail"]),
    effect: z.enum(["none", "own_freight"]),
    because: z.enum(["first", "later", "no_mark", "country"]),
    earlier: count,
    country: z.string(),
  }),
  z.object({
    rule: z.literal("outbound"),
    outcome: z.literal("info"),
    effect: z.enum(["ask_forwarder", "message_buyer"]),
    state: z.enum(OUTBOUND_STATES),
  }),
  z.object({
    rule: z.literal("order_cancelled"),
    outcome: z.literal("info"),
    effect: z.literal("check_order"),
    cancelledOn: dateSchema.nullable(),
  }),
  z.object({
    rule: z.literal("returnless"),
    outcome: z.enum(["info", "unknown"]),
    effect: z.enum(["none", "keep_item"]),
    because: z.enum(["rule", "no_local_address", "none"]),
    name: text,
    resolution: z.enum(RESOLUTIONS).nullable(),
    priceMinor: count.nullable(),
    currency: z.string(),
    /** What the order was paid in, where that is another: then no rule with a price was asked. */
    otherCurrency: z.string().optional(),
    upToMinor: count.nullable(),
  }),
  z.object({
    rule: z.literal("worth_returning"),
    outcome: z.enum(["pass", "info", "unknown"]),
    effect: z.enum(["none", "keep_item"]),
    costMinor: count.nullable(),
    valueMinor: count.nullable(),
    currency: z.string(),
    otherCurrency: z.string().optional(),
    paidBy: z.enum(FAULTS),
  }),
  z.object({
    rule: z.literal("restocking"),
    outcome: z.literal("info"),
    effect: z.enum(["none", "fee"]),
    /** Of the item's price: for an item in its original condition, a used or damaged one, a different one. */
    percent: count,
    damagedPercent: count,
    differentPercent: count,
    isLate: z.boolean(),
    fault: z.enum(FAULTS),
  }),
  z.object({
    rule: z.literal("reason_and_fault"),
    outcome: z.enum(["info", "unknown"]),
    effect: z.enum(["seller_pays", "buyer_pays", "carrier_pays", "marketplace_pays"]),
    reason: z.string(),
    fault: z.enum(FAULTS),
    isAbroad: z.boolean(),
    /** Who pays to an address at home, and where that is; absent in judgements of before. */
    atHome: z.enum(FAULTS).optional(),
    buyerCountry: z.string().optional(),
  }),
  z.object({
    rule: z.literal("prepaid"),
    outcome: z.literal("info"),
    effect: z.enum(["prepaid_label", "unpaid_label", "exempt"]),
    hasPrepaid: z.boolean(),
    exemptBy: z.enum(["sku", "category"]).nullable(),
    exemptReason: z.enum(EXEMPT_REASONS).nullable().optional(),
    sku: text,
    category: text,
  }),
  z.object({
    rule: z.literal("reported"),
    outcome: z.enum(["pass", "fail", "unknown"]),
    effect: z.enum(["none", "in_policy", "out_of_policy"]),
    isInPolicy: z.boolean().nullable(),
    labelType: text,
    labelPaidBy: text,
  }),
]);
export type Reason = z.infer<typeof reasonSchema>;
export type RuleName = Reason["rule"];
export type ReasonOf<R extends RuleName> = Extract<Reason, { rule: R }>;

/** A rule answers for one line, or with null where it does not apply to the channel's programme or mode. */
export type Rule<R extends Reason = Reason> = (
  facts: ReturnFacts,
  line: LineFacts,
  terms: MergedTerms,
  operation: Operation,
) => R | null;
