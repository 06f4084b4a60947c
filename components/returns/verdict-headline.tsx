"use client";

import { useTranslations } from "next-intl";
import { labelsOfDay } from "@/lib/policy/judging/reason-names";
import type { Reason } from "@/lib/policy/judging/rules";
import { useReasonName, useSpeaker } from "./reason-name";

type VerdictHeadlineProps = {
  reason: Reason;
  /** The lines that were asked for: what they call a reason is what it was called on its day. */
  lines?: Parameters<typeof labelsOfDay>[0];
};

/** The reason behind a verdict in as few words as a list has room for: "36 days after delivery, window 30". */
export function VerdictHeadline({ reason, lines = [] }: VerdictHeadlineProps) {
  const t = useTranslations("returns.headline");
  const rules = useTranslations("policy.rules");
  const nameOf = useReasonName();
  const marketplace = useSpeaker();
  const reasonName = (name: string) => nameOf(name, labelsOfDay(lines)[name]);
  switch (reason.rule) {
    case "return_window": {
      const { outcome, usedDays, lateDays, days, from, basis } = reason;
      // A holiday window is a date, not a number of days.
      return basis === "holiday"
        ? rules("return_window.summary", { outcome, lateDays, days, basis, holiday: reason.holiday ?? "" })
        : t(outcome, { usedDays, days, from });
    }
    case "category_returnable":
      return rules("category_returnable.summary", { outcome: reason.outcome, category: reason.category ?? "–" });
    case "sku_returnable":
      return rules("sku_returnable.summary", { outcome: reason.outcome, sku: reason.sku ?? "–" });
    case "quantity": {
      const { outcome, requested, alreadyReturned, ordered } = reason;
      return rules("quantity.summary", { outcome, requested, alreadyReturned, ordered: ordered ?? "–" });
    }
    case "free_return_covered":
      return rules("free_return_covered.summary", { outcome: reason.outcome, reason: reasonName(reason.reason) });
    case "reason_and_fault":
      return rules("reason_and_fault.summary", {
        reason: reasonName(reason.reason),
        fault: reason.fault,
        marketplace,
      });
    case "prepaid": {
      const { exemptBy, sku, category, hasPrepaid } = reason;
      return rules("prepaid.summary", {
        exemptBy: exemptBy ?? "none",
        sku: sku ?? "–",
        category: category ?? "–",
        hasPrepaid: String(hasPrepaid),
      });
    }
    case "reported":
      return rules("reported.summary", { isInPolicy: String(reason.isInPolicy) });
  }
}
