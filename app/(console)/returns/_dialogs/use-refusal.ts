"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/returns/use-refusal-words";
import type { ActionRefusal } from "@/lib/kernel/action-answer";

const OWN = ["no_such_address", "label_file_missing"] as const;
const OF_SELECTION = ["too_many_returns", "over_bulk_limit", "nothing_selected"] as const;

/** The sentence for whatever a dialog was refused. */
export function useRefusal(): (refusal: ActionRefusal) => string {
  const words = useRefusalWords();
  const own = useTranslations("authorize.errors");
  const ofSelection = useTranslations("bulk.errors");
  const unreachable = useTranslations("actionErrors.codes");
  return (refusal) => {
    const mine = OWN.find((code) => code === refusal.code);
    if (mine) return own(mine);
    const selection = OF_SELECTION.find((code) => code === refusal.code);
    if (selection) return ofSelection(selection, { limit: Number(refusal.limit ?? 0) });
    return refusal.code === "unreachable" ? unreachable("unreachable") : words(refusal);
  };
}
