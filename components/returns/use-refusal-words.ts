"use client";

import { useTranslations } from "next-intl";
import { refusalSentence } from "./refusal-sentence";

/** The sentence for what a verb or a move refuses. */
export function useRefusalWords(): (refusal: { code: string } & Record<string, unknown>) => string {
  const t = useTranslations("refusals");
  return (refusal) => refusalSentence(t, refusal);
}
