import type { Selection } from "@/lib/returns/shared/selection";

/** What a dialog is about: one return, or a selection of so many. */
export type DialogTarget = { kind: "one"; returnId: string } | { kind: "many"; selection: Selection; count: number };

/** `done`: something was decided, and the selection is used up. */
export type DialogOutcome = "done";

export type DialogProps = {
  target: DialogTarget;
  onClose: (outcome?: DialogOutcome) => void;
  /** The reason that a closing starts with, or the template of a message. */
  reason?: string;
};
