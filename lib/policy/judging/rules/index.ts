import { consequencesOf } from "../judge";
import type { ReasonBy } from "../rule";
import { categoryReturnable } from "./category-returnable";
import { freeReturnCovered } from "./free-return-covered";
import { oneFreeReturn } from "./one-free-return";
import { oneParcel } from "./one-parcel";
import { orderCancelled } from "./order-cancelled";
import { outbound } from "./outbound";
import { prepaid } from "./prepaid";
import { quantity } from "./quantity";
import { reasonAndFault } from "./reason-and-fault";
import { reported } from "./reported";
import { restocking } from "./restocking";
import { returnWindowRule } from "./return-window";
import { returnless } from "./returnless";
import { skuReturnable } from "./sku-returnable";
import { worthReturning } from "./worth-returning";

/** Every rule, in the order a person reads them. */
export const RULES = [
  returnWindowRule,
  categoryReturnable,
  skuReturnable,
  quantity,
  freeReturnCovered,
  oneFreeReturn,
  oneParcel,
  orderCancelled,
  outbound,
  reasonAndFault,
  prepaid,
  returnless,
  worthReturning,
  restocking,
  reported,
] as const;

type AnyRule = (typeof RULES)[number];
/** One rule's answer for one line: numbers, dates and codes, never a sentence. */
export type Reason = ReasonBy<AnyRule>;
export type RuleName = Reason["rule"];
export type ReasonOf<R extends RuleName> = Extract<Reason, { rule: R }>;

/** What follows from a reason that was stored: a verdict, or that automation leaves it to a person. */
export const consequenceOf = consequencesOf(RULES);
