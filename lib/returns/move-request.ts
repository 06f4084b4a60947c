import type { Act, Plan, Planned, RefusalOf } from "@/lib/platform/moves/writer";
import type { ReturnWords } from "@/lib/policy/machines/return/move";
import type { MoveRequest } from "@/lib/policy/machines/return/return-machine";

export type { LabelChoice, PaidLabel } from "@/lib/policy/machines/return/authorize";
export type { MoveRequest };

/** Why a move of a return is refused: by its machine, by what stands elsewhere, or by what this person may. */
export type VerbRefusal =
  | (RefusalOf<ReturnWords> & { movedBy?: string | null; movedAt?: string | null })
  | { code: "rma_taken"; rma: string }
  | { code: "over_refund_limit"; currency: string; limit: string; amount: string }
  | { code: "over_refund_sum"; currency: string; limit: string; amount: string }
  | { code: "refund_amount_unknown"; currency: string; limit: string }
  | { code: "refund_limit_elsewhere"; currency: string; limits: string };

/** `eventIds` are the events that the moves made, in the order of `moved`: what undo names. */
export type MoveOutcome = { moved: string[]; eventIds: string[]; refused: { id: string; refusal: VerbRefusal }[] };

export type MoveAct = Act<MoveRequest>;
export type PlannedMove = Planned<ReturnWords>;
export type MovePlan = Plan<ReturnWords, VerbRefusal>;
