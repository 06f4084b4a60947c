"use client";

import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/use-refusal-text";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { FIELDS_OF } from "@/lib/policy/imports/mapping";

const FIELDS = [...FIELDS_OF.orders, ...FIELDS_OF.returns];
const OWN = ["wrong_state", "no_files", "nothing_to_import", "nothing_to_map", "unknown_channel"] as const;

/** The sentence for what an import's act refuses; what the seam refuses has its own words. */
export function useImportRefusal(): (refusal: ActionRefusal) => string {
  const t = useTranslations("import");
  const mapping = useTranslations("mapping");
  const { refusalText } = useRefusalText();
  return (refusal) => {
    const own = OWN.find((code) => code === refusal.code);
    if (refusal.code === "touched_since") return t("undo.touched");
    const field = FIELDS.find((one) => one === refusal.field);
    if (refusal.code === "column_needed" && field)
      return mapping("errors.column_needed", { field: mapping(`fields.${field}`) });
    if (refusal.code === "column_unknown")
      return mapping("errors.column_unknown", { column: String(refusal.column ?? "") });
    if (refusal.code === "warnings_not_accepted") return t("warnings.needed");
    return own ? t(`refusals.${own}`) : refusalText(refusal);
  };
}
