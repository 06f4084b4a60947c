import type { Tx } from "@/db/client";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Acting } from "@/lib/platform/ctx";
import { changesBetween, type ToldFields } from "@/lib/policy/events/changes";
import type { MergedReason, ReasonKind, ReasonLabels } from "@/lib/policy/judging/own-reasons";

type Told = Pick<MergedReason, "kind" | "isBuyerVisible" | "fault" | "needsComment" | "carriesRefund" | "isRetired"> & {
  labels: ReasonLabels;
};

/** A reason as the audit tells it. */
export const toldReason = (reason: Told): ToldFields => {
  const { kind, labels, isBuyerVisible, fault, needsComment, carriesRefund, isRetired } = reason;
  return {
    labelEn: labels.en,
    labelZh: labels["zh-CN"],
    ...(kind === "close" ? { isBuyerVisible } : {}),
    fault,
    needsComment,
    carriesRefund,
    isRetired,
  };
};

type Tells = { kind: ReasonKind; code: string; labels: ReasonLabels; before: ToldFields | null; after: ToldFields };

/** Writes what became of a reason into the shop's audit, with both its names. */
export function tellReason(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  { kind, code, labels, before, after }: Tells,
): Promise<void> {
  const isRetiring = before?.isRetired === false && after.isRetired === true;
  return addSellerEvent(tx, {
    sellerId,
    kind: isRetiring ? "reason_retired" : "reason_saved",
    actor,
    now,
    subject: { name: labels.en },
    data: {
      of: kind,
      code,
      labels,
      isNew: before === null,
      changes: isRetiring ? [] : changesBetween(before, after),
    },
  });
}
