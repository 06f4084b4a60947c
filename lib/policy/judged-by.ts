import { deadlinesOnAuthorize, deadlinesOnRequest } from "./deadlines";
import { evaluate } from "./evaluate";
import type { ReturnFacts } from "./facts";
import type { Judged } from "./impact";
import type { Policy } from "./terms";
import { asIfInForce } from "./versions";

const MIDDAY = "T12:00:00Z";

/** A request as a policy would have judged it, with the deadlines that would have run, for comparing two policies. */
export function judgedBy(facts: ReturnFacts, { terms, operation }: Policy): Judged {
  const { requestedOn, requestedAt, channel } = facts;
  const { timeZone, programme } = channel;
  const evaluation = evaluate(facts, asIfInForce(terms), operation);
  const isAccepted = evaluation.verdict === "in_policy" || evaluation.automation.answer === "authorize";
  const authorizedAt = requestedAt ?? new Date(`${requestedOn}${MIDDAY}`);
  const authorized = { programme, timeZone, authorizedAt, window: evaluation.window, labelFetchedAt: null };
  const answer = deadlinesOnRequest({ requestedOn, requestedAt, timeZone }, operation).find(
    ({ kind }) => kind === "answer",
  );
  const sendBack = isAccepted ? deadlinesOnAuthorize(authorized, operation)[0] : undefined;
  return { evaluation, answerBy: answer?.dueAt ?? null, sendBackBy: sendBack?.dueAt ?? null };
}
