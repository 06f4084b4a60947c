import { REACH } from "../../reach";
import { isOwnChoice, type Move } from "./move-names";
import { isTerminal, type Status } from "./statuses";
import type { MoveFacts } from "./subject";

/** Whether a reported status shows that the marketplace carried out what was decided here. */
export const confirmsDecision = (decision: Move, reported: Status): boolean =>
  decision === "authorize" || decision === "fetch_label" || decision === "arrive"
    ? reported === "awaiting_return" || reported === "received" || reported === "completed"
    : isTerminal(reported);

type Told = Pick<MoveFacts, "status" | "previousStatus" | "reportedStatus" | "openHandover" | "lastMove">;

/**
 * P-24: the reported status contradicts what was decided here, and a person has to settle it.
 * A report that still shows the request as pending is lag.
 */
export const isInConflict = ({ status, previousStatus, reportedStatus, openHandover, lastMove }: Told): boolean => {
  if (!reportedStatus || reportedStatus === status || reportedStatus === "authorization_required") return false;
  if (openHandover) return reportedStatus !== previousStatus && !confirmsDecision(openHandover, reportedStatus);
  // A report that does not know of the money yet, or never will, says nothing against it.
  if (lastMove === "follow_refund" || lastMove === "complete") return false;
  // What only reports have moved was decided by nobody here: an older report is not a conflict.
  return isOwnChoice(lastMove) && isTerminal(status) && !isTerminal(reportedStatus);
};

/** A conflict that waits for a person; whoever kept ours has settled it until the report says something else. */
export const needsSettling = (subject: Told & Pick<MoveFacts, "hasKeptOurs">): boolean =>
  !subject.hasKeptOurs && isInConflict(subject);

/** P-24: what was decided here and no report overrules: what waits to be done there, or any decision where we act. */
export const decidedHere = ({
  openHandover,
  mode,
  lastMove,
}: Pick<MoveFacts, "openHandover" | "mode" | "lastMove">): Move | null => {
  if (openHandover || !REACH[mode].carriesOut) return openHandover;
  return lastMove === "adopt" || lastMove === "undo" ? null : lastMove;
};
