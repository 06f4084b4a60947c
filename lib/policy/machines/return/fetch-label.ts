import { z } from "zod";
import { OF_THE_SHOP } from "../../actor";
import { starts, stops } from "./clock-effects";
import { sets } from "./effects";
import { type CaseOf, move } from "./move";
import { AWAITED } from "./statuses";

/**
 * S0-22: the buyer took the label, or a person saw on the marketplace that they did. The first clock of a free return
 * ends with it and the second one begins (S0-23); of any other return only the day is kept.
 */
export const fetchLabel = move({
  from: [AWAITED],
  to: AWAITED,
  by: ["buyer", ...OF_THE_SHOP],
  input: z.object({}),
  guard: ({ subject: { labelFetchedAt } }: CaseOf<"labelFetchedAt">) =>
    labelFetchedAt === null ? null : { code: "label_fetched", at: labelFetchedAt },
  effects: (the, to) => {
    const fetched = { ...the, subject: { ...the.subject, labelFetchedAt: the.now } };
    return [
      sets({ labelFetchedAt: the.now.toISOString() }, the.subject),
      ...stops(the, { fetch_label: "met" }),
      ...starts(fetched, to),
    ];
  },
});
