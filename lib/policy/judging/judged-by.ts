import { deadlinesOnAuthorize, deadlinesOnRequest } from "../clocks/deadlines";
import type { Operation, Policy } from "../terms/terms";
import { asIfInForce } from "../terms/versions";
import { evaluate } from "./evaluate";
import type { Evaluation } from "./evaluation";
import type { ReturnFacts } from "./facts";
import type { Judged } from "./impact";

/** When the seller has to answer and when the goods have to be back, as far as a judgement leads there. */
function deadlinesOf(facts: ReturnFacts, evaluation: Evaluation, operation: Operation) {
  const { requestedOn, requestedAt, channel } = facts;
  const { timeZone, programme } = channel;
  const isAccepted = evaluation.verdict === "in_policy" || evaluation.automation.answer === "authorize";
  const authorizedAt = requestedAt ?? new Date(`${requestedOn}T12:00:00Z`);
  const authorized = { programme, timeZone, authorizedAt, window: evaluation.window, labelFetchedAt: null };
  const asked = deadlinesOnRequest({ requestedOn, requestedAt, timeZone }, operation);
  const sendBack = isAccepted ? deadlinesOnAuthorize(authorized, operation)[0] : undefined;
  return { answerBy: asked.find(({ kind }) => kind === "answer")?.dueAt ?? null, sendBackBy: sendBack?.dueAt ?? null };
}

const NONE = { answerBy: null, sendBackBy: null };

/**
 * One request as two policies judge it, with the deadlines that would have run: for showing what one changes. Where
 * nothing that a deadline follows from is different, none is worked out.
 */
export function judgedByBoth(facts: ReturnFacts, before: Policy, after: Policy): { before: Judged; after: Judged } {
  const judge = ({ terms, operation }: Policy) => evaluate(facts, asIfInForce(terms), operation);
  const [was, is] = [judge(before), judge(after)];
  const isSame =
    before.operation === after.operation &&
    was.window.endsOn === is.window.endsOn &&
    was.verdict === is.verdict &&
    was.automation.answer === is.automation.answer;
  const deadlines = (evaluation: Evaluation, { operation }: Policy) =>
    isSame ? NONE : deadlinesOf(facts, evaluation, operation);
  return {
    before: { evaluation: was, ...deadlines(was, before) },
    after: { evaluation: is, ...deadlines(is, after) },
  };
}
