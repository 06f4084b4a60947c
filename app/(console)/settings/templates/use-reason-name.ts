import { useTranslations } from "next-intl";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import type { MergedReason } from "@/lib/policy/judging/own-reasons";
import type { TemplateKind } from "@/lib/policy/messages/message";

const PICKED = ["what_does_not_match", "shipping_cost", "on_its_way"] as const;

/** What a text of a kind is for. */
export function useReasonName(closeReasons: readonly MergedReason[]): (kind: TemplateKind, reason: string) => string {
  const t = useTranslations("templates.reason");
  const closed = useCloseReasonName();
  return (kind, reason) => {
    const found = kind === "buyer.closed" ? closeReasons.find(({ code }) => code === reason) : undefined;
    if (found) return closed(found.code, found.labels);
    if (kind === "buyer.authorized") return t("authorized");
    if (kind === "buyer.closed") return t("any");
    const picked = PICKED.find((known) => known === reason);
    return t(picked ?? "neutral");
  };
}
