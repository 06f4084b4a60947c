import { z } from "zod";
import { OF_THE_SHOP } from "../../actor";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "../../limits";
import { ANSWERED, stops } from "./clock-effects";
import { findCloseReason } from "./close-reasons";
import { chosenReason } from "./closing-input";
import { type EffectOf, handsOver, sets, tells } from "./effects";
import { canBeStopped, INTERCEPTED } from "./forwarder";
import { type CaseOf, move } from "./move";

const closeInput = z.object({
  reason: z.string(),
  chosen: chosenReason.optional(),
  comment: z.string().max(COMMENT_AT_MOST),
  note: z.string().max(NOTE_AT_MOST).optional(),
});
type Close = z.infer<typeof closeInput>;

export const close = move({
  from: ["authorization_required"],
  to: "closed",
  by: OF_THE_SHOP,
  input: closeInput,
  isBulk: true,
  offer: { key: "c", shown: "always" },
  isHandedOver: true,
  guard: ({ subject, input }: CaseOf<"isPrepaidEligible" | "outbound", Close>) => {
    const isStopped = input.reason === INTERCEPTED;
    // S3-12: what a carrier has, or what nobody knows of, was not stopped.
    if (isStopped && !canBeStopped(subject.outbound)) return { code: "parcel_left" };
    // S2-02: a prepaid-eligible request cannot be closed, unless nothing was sent that could come back.
    return subject.isPrepaidEligible && !isStopped ? { code: "prepaid_eligible" } : null;
  },
  effects: (the) => {
    const { subject, input } = the;
    const { reason = "other", chosen, comment = "" } = input;
    const refund: EffectOf<"promises"> = { kind: "promises", refund: "without_return" };
    return [
      sets(
        {
          closeReason: reason,
          closeReasonLabels: chosen?.labels ?? null,
          closeComment: comment,
          operationId: subject.operationId,
        },
        subject,
      ),
      ...stops(the, ANSWERED),
      ...tells("buyer.closed", subject),
      ...handsOver("close", subject),
      ...((chosen ?? findCloseReason(reason))?.carriesRefund ? [refund] : []),
    ];
  },
  data: ({ input: { reason, chosen, comment, note } }) => ({
    reason,
    ...(chosen?.labels ? { reasonLabels: chosen.labels } : {}),
    comment,
    note: note ?? null,
  }),
});
