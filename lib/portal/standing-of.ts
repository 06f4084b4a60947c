import { type LabelSource, labelSource, unprintable } from "@/lib/labels/shared/label-state";
import { type BuyerState, buyerState } from "@/lib/policy/machines/return/buyer-state";
import { isAwaited } from "@/lib/policy/machines/return/statuses";
import type { BuyerReturn } from "./find-buyer-return";

/** Whose label the buyer takes while their parcel is awaited; null: there is none to take. */
export function labelOf(found: BuyerReturn): LabelSource | null {
  if (!isAwaited(found.status)) return null;
  return unprintable(found) === null ? labelSource(found) : "marketplace";
}

/** Whether it is taken here, and not where the buyer bought. */
export const isOurs = (label: LabelSource | null): label is "drawn" | "uploaded" =>
  label === "drawn" || label === "uploaded";

/** How a return stands for its buyer now. */
export const standingOf = (found: BuyerReturn, now: Date): BuyerState =>
  buyerState(
    {
      ...found,
      lastMove: found.moves.at(-1)?.kind ?? null,
      hasLabel: isOurs(labelOf(found)),
      transitDays: found.operation.clocks.transitDays,
    },
    now,
  );
