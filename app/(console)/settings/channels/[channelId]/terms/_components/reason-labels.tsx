"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { KNOWN_REASONS } from "@/lib/policy/reasons";

const Labels = createContext<Readonly<Record<string, string>>>({});

/** The seller's own words for return reasons, by their name in the terms. */
export function OwnReasonLabels({ labels, children }: { labels: Record<string, string>; children: ReactNode }) {
  return <Labels value={labels}>{children}</Labels>;
}

/** A return reason in words: the seller's, ours, or the code as it came (P-08). */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations("returnReasons");
  const labels = useContext(Labels);
  return (reason) => {
    const known = KNOWN_REASONS.find((each) => each === reason);
    return labels[reason] ?? (known ? t(known) : reason);
  };
}
