import { useTranslations } from "next-intl";
import { normaliseReason, reasonKey } from "@/lib/policy/reasons";

/** A reason in words; a code that has none is shown as it came (P-08). */
export function ReasonName({ reason }: { reason: string }) {
  return useReasonName()(reason);
}

export function useReasonName(): (reason: string) => string {
  const t = useTranslations("returnReasons");
  return (reason) => {
    const known = reasonKey(reason);
    return known ? t(known) : normaliseReason(reason);
  };
}
