"use client";

import { useTranslations } from "next-intl";

/** What is wrong with a field of the message dialog, in words that say what to do. */
export function useMessageErrors(): (path: string, code: string) => string {
  const t = useTranslations("message.errors");
  return (path, code) => {
    if (path === "subject") return t(code === "too_long" ? "subjectLong" : "subject");
    return t(code === "too_long" ? "textLong" : "text");
  };
}
