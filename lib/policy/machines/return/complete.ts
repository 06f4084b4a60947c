import { z } from "zod";
import { OF_THE_SHOP } from "../../actor";
import { NOTE_AT_MOST } from "../../limits";
import { isDue, marketplaceDecides } from "./checks";
import { ALL_CANCELLED, stops } from "./clock-effects";
import { COMPLETION_REASONS, needsNote } from "./completion-reasons";
import { move, type WholeCase } from "./move";
import type { ReturnRefusal } from "./refusals";
import { isSettled, unitsUnsettled } from "./settled";
import { isAwaited } from "./statuses";

const completeInput = z.object({
  /** Why what is not refunded stays so. */
  why: z.enum(COMPLETION_REASONS).nullish(),
  note: z.string().trim().max(NOTE_AT_MOST).nullish(),
});
type Complete = z.infer<typeof completeInput>;

const isByPerson = ({ actor }: WholeCase<Complete>): boolean => actor !== "product";

/** A refund that is not settled has to be settled first; a parcel that is coming is waited for. */
function isBarred({ subject }: WholeCase<Complete>): ReturnRefusal | null {
  if (subject.refunds.open + subject.refunds.failed > 0) return { code: "refund_open" };
  return isAwaited(subject.status) && subject.isParcelUnderWay ? { code: "parcel_under_way" } : null;
}

const dueToComplete = isDue("completesAt");

/** A person says why units are not refunded, or why goods that did not come are awaited no longer. */
function unexplained(the: WholeCase<Complete>): ReturnRefusal | null {
  const { subject, input } = the;
  if (!isByPerson(the) || isSettled(subject)) return null;
  const isSaid = Boolean(input.why) && (!needsNote(input.why ?? null) || Boolean(input.note));
  return isSaid ? null : { code: "completion_unexplained", left: unitsUnsettled(subject) };
}

/**
 * It is over, without a further refund: a person says why, or nothing has changed for as long as the channel waits after a
 * refund in part (P-05).
 */
export const complete = move({
  from: ["awaiting_return", "received"],
  to: "completed",
  by: [...OF_THE_SHOP, "product"],
  input: completeInput,
  guard: (the: WholeCase<Complete>) =>
    (isByPerson(the) ? null : (marketplaceDecides(the) ?? dueToComplete(the))) ?? isBarred(the),
  asks: { why: unexplained },
  effects: (the) => stops(the, { ...ALL_CANCELLED, complete: isByPerson(the) ? "cancelled" : "fired" }),
  data: ({ subject, input: { why = null, note = null } }) => ({ why, note, left: unitsUnsettled(subject) }),
});
