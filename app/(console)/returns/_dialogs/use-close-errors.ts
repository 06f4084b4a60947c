"use client";

import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/lib/kernel/buyer-languages";

const COMMENTS = "comments.";

/** What is wrong with a field of the close dialogs, by its path, in words that say what to do. */
export function useCloseErrors(): (path: string, code: string) => string {
  const t = useTranslations("close.errors");
  const many = useTranslations("bulk.errors");
  const reader = useLocale();
  return (path, code) => {
    if (path === "reason") return t("reason");
    if (path === "note") return t("note");
    if (code === "too_long") return t("tooLong");
    return path.startsWith(COMMENTS)
      ? many("comments", { language: languageName(path.slice(COMMENTS.length), reader) })
      : t("comment");
  };
}
