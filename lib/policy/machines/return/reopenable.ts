import { confirmsDecision } from "./conflict";
import type { MoveFacts } from "./subject";

type Ended = { move: string; doneBy: "person" | "report" | "undo" | null };

/**
 * Whether a tick can be taken back as a slip: a person made it, nothing was decided since, and no report shows that the
 * decision was carried out.
 */
export const isReopenable = (
  { move, doneBy }: Ended,
  { lastMove, openHandover, reportedStatus }: Pick<MoveFacts, "lastMove" | "openHandover" | "reportedStatus">,
): boolean =>
  doneBy === "person" &&
  openHandover === null &&
  lastMove === move &&
  (reportedStatus === null || !confirmsDecision(lastMove, reportedStatus));
