import type { RequestFacts } from "./judge";
import type { RequestToJudge } from "./requests-to-judge";

/** A stored return as the policy judges it, with the report's own word beside (P-21). */
export function requestFactsOf(row: RequestToJudge): RequestFacts {
  const { requestedOn, requestedAt, lines, order, currency, earlierFreeReturns } = row;
  const { isInPolicy = null, labelType = null, labelPaidBy = null } = row.reported ?? {};
  return {
    currency,
    order: { ...order, earlierFreeReturns },
    requestedOn,
    requestedAt,
    lines,
    reported: row.reported ? { isInPolicy, labelType, labelPaidBy } : null,
  };
}
