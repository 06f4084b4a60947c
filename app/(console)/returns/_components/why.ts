import type { useTranslations } from "next-intl";
import type { Reason } from "@/lib/policy/judging/rules";

export type WhyWords = ReturnType<typeof useTranslations<"returns.why">>;

/** The reason behind a verdict in 22 characters at most, except where it is somebody's own name. */
export function shortWhy(reason: Reason, t: WhyWords): string | null {
  switch (reason.rule) {
    case "return_window": {
      const { outcome, lateDays, usedDays, days, basis, holiday, from } = reason;
      if (outcome === "fail") return t("late", { lateDays });
      if (basis === "holiday") return holiday;
      return from === "order" ? t("noDelivery") : t("day", { usedDays, days });
    }
    case "category_returnable":
      return reason.outcome === "fail" && reason.category
        ? reason.category
        : t("category", { outcome: reason.outcome });
    case "sku_returnable":
      return t("sku", { outcome: reason.outcome });
    case "quantity":
      return reason.outcome === "fail" ? t("tooMany") : t("quantity", { requested: reason.requested });
    case "free_return_covered":
      return t("freeReturn", { outcome: reason.outcome });
    case "reason_and_fault":
      return t("fault", { fault: reason.fault });
    case "prepaid":
      return t("prepaid", { isExempt: String(reason.exemptBy !== null) });
    case "reported":
      return t("reported", { isInPolicy: String(reason.isInPolicy) });
    case "order_cancelled":
      return t("cancelled");
    default:
      return null;
  }
}
