import { z } from "zod";
import { restartsCompletion, startsRefund, stops } from "./clock-effects";
import type { ReturnEffect } from "./effects";
import { move, type WholeCase } from "./move";
import type { ReturnRefusal } from "./refusals";
import { areGoodsSettled, isSettled } from "./settled";
import { COMPLETED, RECEIVED, type Status } from "./statuses";

/** It was over because its money had left, and the money came back. */
const hasComeBack = ({ subject }: WholeCase): boolean =>
  subject.status === COMPLETED && subject.lastMove === "follow_refund" && !isSettled(subject);

function leadsTo(the: WholeCase): Status {
  const { subject } = the;
  if (subject.status === COMPLETED) return hasComeBack(the) ? (subject.previousStatus ?? RECEIVED) : COMPLETED;
  return isSettled(subject) ? COMPLETED : subject.status;
}

function followed(the: WholeCase, to: Status): ReturnEffect[] {
  const { status, refunds, isRefundReported } = the.subject;
  if (status === COMPLETED) return hasComeBack(the) ? startsRefund(the) : [];
  // P-22: what a marketplace says it gave back is no longer awaited; how much of it is settled, nobody has said.
  if (refunds.paid === 0) return isRefundReported ? stops(the, { refund: "met" }) : [];
  if (to === COMPLETED)
    return stops(the, { refund: "met", complete: "cancelled", fetch_label: "cancelled", send_back: "cancelled" });
  return [...(areGoodsSettled(the.subject) ? stops(the, { refund: "met" }) : []), ...restartsCompletion(the)];
}

const nothingNew = (the: WholeCase): ReturnRefusal | null =>
  leadsTo(the) !== the.subject.status || followed(the, the.subject.status).length > 0
    ? null
    : { code: "nothing_to_follow" };

/** Money of it was paid back. All that came is settled by it, or it stays open for what does not come or is not decided (P-05). */
export const followRefund = move({
  from: ["awaiting_return", "received", "completed"],
  to: leadsTo,
  by: ["person", "product", "key"],
  offer: { shown: "elsewhere" },
  input: z.object({}),
  guard: nothingNew,
  effects: followed,
});
