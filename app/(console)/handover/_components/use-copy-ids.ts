"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/notify";

/** Copies order ids one a line, as the search fields and spreadsheets of a marketplace take them. */
export function useCopyIds(): (orderNumbers: readonly string[]) => void {
  const t = useTranslations("handover");
  const copy = async (orderNumbers: readonly string[]) => {
    await navigator.clipboard.writeText(orderNumbers.join("\n"));
    notify({ id: "copied-ids", title: t("copied", { count: orderNumbers.length }), tone: "success" });
  };
  return (orderNumbers) => void copy(orderNumbers);
}
