"use client";

import { useTranslations } from "next-intl";

/** What is wrong with a field of the close dialogs, by its path, in words that say what to do. */
export function useCloseErrors(): (path: string, code: string) => string {
  const t = useTranslations("close.errors");
  const many = useTranslations("bulk.errors");
  return (path, code) => {
    if (path === "reason") return t("reason");
    if (path === "note") return t("note");
    if (code === "too_long") return t("tooLong");
    return path.startsWith("comments.")
      ? many("comments", { language: path.endsWith("en") ? "en" : "zh" })
      : t("comment");
  };
}
