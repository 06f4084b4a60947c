import type { Operation, Policy } from "../../terms/terms";
import { defaultPolicy as sellerFulfilled } from "./seller-fulfilled";

/** S0-05, S0-25, S0-26: where a free return is offered; the operator fills in who takes the parcel and where it goes. */
const PICK_UP = ["MX", "UA", "CZ", "CH", "CL", "JP", "AE", "SA", "KR"];
const DROP_OFF = ["RU", "US", "ES", "FR", "BR", "NL", "IL", "GB", "DE", "IT", "CA", "AU", "BE", "PT", "PL"];

const countries = (codes: readonly string[], method: "pick_up" | "drop_off"): Operation["freeReturnCountries"] =>
  codes.map((country) => ({ country, method, carrier: "", site: "", phone: "", warehouse: "" }));

/**
 * S0: the platform pays the label, for any reason but the excluded ones, and the goods go to a local warehouse.
 * The marketplace gives a silent seller five days and then carries out what the buyer asked for.
 */
export const defaultPolicy: Policy = {
  terms: sellerFulfilled.terms,
  operation: {
    ...sellerFulfilled.operation,
    clocks: { ...sellerFulfilled.operation.clocks, answerHours: 120, answerConsequence: "authorize" },
    freeReturnCountries: [...countries(DROP_OFF, "drop_off"), ...countries(PICK_UP, "pick_up")],
  },
};
