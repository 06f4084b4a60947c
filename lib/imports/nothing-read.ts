import type { ImportCounts } from "./import-rows";

/** Whether an import has rows, and not one of them can be read: most likely its columns were chosen wrongly. */
export const hasNothingRead = ({ newCount, changedCount, unchangedCount, refusedCount }: ImportCounts): boolean =>
  refusedCount > 0 && newCount + changedCount + unchangedCount === 0;
