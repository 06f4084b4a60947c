import type { Address } from "@/lib/kernel/address";
import type { AutomationCause } from "@/lib/policy/judging/automation-causes";
import type { MergedReason } from "@/lib/policy/judging/own-reasons";
import type { MoveRefusal } from "@/lib/policy/machines/return/lifecycle";
import type { Status } from "@/lib/policy/machines/return/statuses";

/** Of a label that somebody has bought: its cost in minor units, and the parcel it is for. */
export type PaidLabel = { costMinor: number | null; currency: string; carrier: string | null; tracking: string | null };

export type LabelChoice =
  | { kind: "policy" }
  | { kind: "unpaid" }
  | ({ kind: "prepaid" } & Partial<PaidLabel>)
  | ({ kind: "own"; fileId: string } & Partial<PaidLabel>);

/** One act as somebody asks for it, for one return or for thousands. */
export type MoveRequest =
  | {
      move: "authorize";
      /** The seller's own number, for one return only; without it the number is generated (S1-07). */
      rma?: string;
      /** Null takes the channel's default (S1-15). */
      address: Address | null;
      label: LabelChoice;
      instructions?: string;
      /** Why somebody goes on with a request that is out of policy. */
      overrideNote?: string;
      /** Of many: those of cancelled orders that somebody confirmed each by itself; no other one of these goes along. */
      seen?: readonly string[];
      /** The rule that authorized by itself. */
      because?: AutomationCause | "answer_due";
    }
  | {
      move: "close";
      reason: string;
      /** What the seller has said of the reason; without it, it is one of ours as it is. */
      chosen?: Pick<MergedReason, "labels" | "carriesRefund" | "isBuyerVisible">;
      comment: string;
      /** What buyers are told each in their own words, by the return's id. */
      comments?: Readonly<Record<string, string>>;
      note?: string;
    }
  | { move: "withdraw"; note?: string }
  | { move: "adopt"; statuses?: Readonly<Record<string, Status>> }
  | {
      move: "undo";
      /** Only what this job decided, or only this very decision: a later one of somebody else is left alone. */
      jobId?: string;
      eventId?: string;
      /** All that one import moved, however many steps: where each stood, and when the first step was. */
      backTo?: Readonly<Record<string, { status: Status; since: Date }>>;
    }
  | { move: "expire" }
  | { move: "lapse" };

export type VerbRefusal =
  | (MoveRefusal & { movedBy?: string | null; movedAt?: string })
  | { code: "not_found" }
  | { code: "rma_taken"; rma: string }
  | { code: "rma_reserved"; rma: string }
  | { code: "no_return_address" }
  | { code: "over_refund_limit"; currency: string; limit: string; amount: string }
  | { code: "over_refund_sum"; currency: string; limit: string; amount: string }
  | { code: "refund_amount_unknown"; currency: string; limit: string }
  | { code: "refund_limit_elsewhere"; currency: string; limits: string }
  | { code: "prepaid_not_available" }
  | { code: "moved_since"; movedBy: string | null; movedAt: string | null };

/** `eventIds` are the events that the moves made, in the order of `moved`: what undo names. */
export type MoveOutcome = { moved: string[]; eventIds: string[]; refused: { id: string; refusal: VerbRefusal }[] };
