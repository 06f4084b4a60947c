import type { BulkMove, Decision } from "@/lib/policy/machines/return/return-machine";
import type { Selection } from "@/lib/returns/shared/selection";
import type { FinalFocus } from "./use-final-focus";

/** What a dialog of one return does. */
export type Act = Decision | "message";
/** What a dialog of many does. */
export type ManyAct = BulkMove | "message";

/** What a dialog is about: one return, or an act on a selection of so many. */
export type DialogTarget =
  | { kind: "one"; returnId: string }
  | { kind: "many"; act: ManyAct; selection: Selection; count: number };

/** `done`: something was decided, and the selection is used up. */
export type DialogOutcome = "done";

export type DialogProps = {
  target: DialogTarget;
  start: ManyAct;
  onClose: (outcome?: DialogOutcome) => void;
  /** The reason that a closing starts with, or the template of a message. */
  reason?: string | undefined;
};

export type OneProps = {
  returnId: string;
  /** The reason or the template to begin with, where it is offered for this return. */
  startReason: string | undefined;
  focus: FinalFocus;
  onClose: (isDone: boolean) => void;
  /** Another act turned out to be the better one. */
  onInstead: (act: Act, reason?: string) => void;
};
