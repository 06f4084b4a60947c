import { MOVE_NAMES } from "../machines/return/move-names";

/** What may happen to a return beside its moves. */
const OTHER_KINDS = [
  "requested",
  "note",
  "assigned",
  "handed_over",
  "handover_reopened",
  "kept_ours",
  "report_changed",
  "judged_again",
  "consequence_refused",
  "messaged",
  "not_delivered",
  "forwarder_answered",
  "refund_settled",
  "parcel_announced",
  "parcel_corrected",
  "parcel_matched",
  "snoozed",
  "tagged",
  "buyer_link_copied",
  "buyer_links_ended",
] as const;

export const RETURN_EVENT_KINDS = [...MOVE_NAMES, ...OTHER_KINDS] as const;
export type ReturnEventKind = (typeof RETURN_EVENT_KINDS)[number];

/** What a later version adds is shown by its name. */
export const isReturnEventKind = (kind: string): kind is ReturnEventKind =>
  RETURN_EVENT_KINDS.some((known) => known === kind);
