import type { Rule } from "../rule";
import { categoryReturnable } from "./category-returnable";
import { freeReturnCovered } from "./free-return-covered";
import { prepaid } from "./prepaid";
import { quantity } from "./quantity";
import { reasonAndFault } from "./reason-and-fault";
import { reported } from "./reported";
import { returnWindowRule } from "./return-window";
import { skuReturnable } from "./sku-returnable";

/** Every rule, in the order a person reads them. */
export const RULES: readonly Rule[] = [
  returnWindowRule,
  categoryReturnable,
  skuReturnable,
  quantity,
  freeReturnCovered,
  reasonAndFault,
  prepaid,
  reported,
];
