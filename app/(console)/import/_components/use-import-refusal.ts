"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/use-refusal-text";
import type { ActionRefusal } from "@/lib/action-answer";

const OWN = ["wrong_state", "no_files", "nothing_to_import", "managed_channel", "unknown_channel"] as const;

/** The sentence for what an import's act refuses; what the seam refuses has its own words. */
export function useImportRefusal(): (refusal: ActionRefusal) => string {
  const t = useTranslations("import");
  const { refusalText } = useRefusalText();
  return (refusal) => {
    const own = OWN.find((code) => code === refusal.code);
    if (refusal.code === "touched_since") return t("undo.touched", { touched: Number(refusal.touched ?? 0) });
    if (refusal.code === "warnings_not_accepted") return t("warnings.needed");
    return own ? t(`refusals.${own}`) : refusalText(refusal);
  };
}
