import { useTranslations } from "next-intl";
import type { TemplateKind } from "@/lib/notifications/message";
import { findCloseReason } from "@/lib/policy/close-reasons";

/** What a text of a kind is for. */
export function useReasonName(): (kind: TemplateKind, reason: string) => string {
  const t = useTranslations("templates.reason");
  const closed = useTranslations("closeReasons");
  return (kind, reason) => {
    const closeReason = findCloseReason(reason);
    if (closeReason) return closed(`${closeReason.code}.label`);
    if (kind === "buyer.authorized") return t("authorized");
    if (kind === "buyer.closed") return t("any");
    return reason === "what_does_not_match" || reason === "shipping_cost" ? t(reason) : t("neutral");
  };
}
