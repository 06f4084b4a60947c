import type { Policy } from "../terms";
import { defaultPolicy as sellerFulfilled } from "./seller-fulfilled";

/**
 * S0: the platform pays the label, for any reason but the excluded ones, and the goods go to a local warehouse.
 * The marketplace gives a silent seller five days and then carries out what the buyer asked for.
 */
export const defaultPolicy: Policy = {
  terms: sellerFulfilled.terms,
  operation: {
    ...sellerFulfilled.operation,
    clocks: { ...sellerFulfilled.operation.clocks, answerHours: 120, answerConsequence: "authorize" },
  },
};
