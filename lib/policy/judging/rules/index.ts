import type { Rule } from "../rule";
import { categoryReturnable } from "./category-returnable";
import { freeReturnCovered } from "./free-return-covered";
import { oneFreeReturn } from "./one-free-return";
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
export const RULES: readonly Rule[] = [
  returnWindowRule,
  categoryReturnable,
  skuReturnable,
  quantity,
  freeReturnCovered,
  oneFreeReturn,
  orderCancelled,
  outbound,
  reasonAndFault,
  prepaid,
  returnless,
  worthReturning,
  restocking,
  reported,
];
