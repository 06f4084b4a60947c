import { MOVE_NAMES } from "@/lib/policy/machines/return/lifecycle";

/** What may happen to a return, moves and all else; what a later version adds is shown by its name. */
export const EVENT_KINDS = [
  ...MOVE_NAMES,
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
] as const;
type EventKind = (typeof EVENT_KINDS)[number];

export const isEventKind = (kind: string): kind is EventKind => EVENT_KINDS.some((known) => known === kind);
