import { useLocale, useTranslations } from "next-intl";
import type { ReasonLabels } from "@/lib/policy/own-reasons";
import { normaliseReason, reasonKey } from "@/lib/policy/reasons";

type ReasonNameProps = {
  reason: string;
  /** What the seller called it when it was chosen; null: one of a marketplace or of ours. */
  labels?: ReasonLabels | null;
};

/** A reason in words; a code that has none is shown as it came (P-08). */
export function ReasonName({ reason, labels = null }: ReasonNameProps) {
  return useReasonName()(reason, labels);
}

export function useReasonName(): (reason: string, labels?: ReasonLabels | null) => string {
  const t = useTranslations("returnReasons");
  const locale = useLocale();
  return (reason, labels) => {
    const known = reasonKey(reason);
    return labels?.[locale] ?? (known ? t(known) : normaliseReason(reason));
  };
}
