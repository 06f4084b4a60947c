import type { Policy } from "../terms";
import { defaultPolicy as sellerFulfilled } from "./seller-fulfilled";

/** S0: the platform pays the label and the goods go to a local warehouse, for any reason but the excluded ones. */
export const defaultPolicy: Policy = {
  terms: {
    ...sellerFulfilled.terms,
    window: { ...sellerFulfilled.terms.window, days: 15 },
  },
  operation: sellerFulfilled.operation,
};
