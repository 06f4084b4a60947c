import type { Verdict } from "../../judging/verdict";
import type { Move } from "./move-names";
import type { Status } from "./statuses";

/** Why a move of a return is refused, with the facts that its sentence needs. */
export type ReturnRefusal =
  | { code: "needs_override"; verdict: Verdict }
  | { code: "cancelled_unseen" }
  | { code: "rma_reserved"; rma: string }
  | { code: "no_return_address" }
  | { code: "prepaid_not_available" }
  | { code: "prepaid_eligible" }
  | { code: "units_unknown" }
  | { code: "nothing_authorized" }
  | { code: "rest_with_refund" }
  | { code: "parcel_left" }
  | { code: "parcel_under_way" }
  | { code: "not_its_line" }
  | { code: "not_its_unit" }
  | { code: "more_than_requested"; left: number }
  | { code: "difference_unexplained" }
  | { code: "label_fetched"; at: Date }
  | { code: "not_due"; dueAt: Date | null }
  | { code: "marketplace_decides" }
  | { code: "nothing_awaited" }
  | { code: "marketplace_messages"; marketplace: "amazon" | "aliexpress" | "own" }
  | { code: "no_buyer_address" }
  | { code: "parcel_announced" }
  | { code: "reminded_today" }
  | { code: "nothing_to_follow" }
  | { code: "refund_open" }
  | { code: "completion_unexplained"; left: number }
  | { code: "not_later" }
  | { code: "too_much_time"; days: number }
  | { code: "nothing_reported" }
  | { code: "same_as_reported" }
  | { code: "no_conflict" }
  | { code: "backwards"; reported: Status }
  | { code: "decided_here"; move: Move }
  | { code: "needs_buyers_word" }
  | { code: "nothing_to_undo" }
  | { code: "moved_since"; movedBy: string | null; movedAt: string | null }
  | { code: "undo_over"; undoUntil: Date | null }
  | { code: "already_sent" }
  | { code: "already_paid" }
  | { code: "done_there" };
