"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import type { ReasonLabels } from "@/lib/policy/own-reasons";
import { type OwnNames, wordForReason } from "@/lib/policy/reason-names";

const Names = createContext<OwnNames>({});

/** What the seller calls return reasons, in the reader's language, for all that is drawn inside. */
export function OwnReasonNames({ names, children }: { names: OwnNames; children: ReactNode }) {
  return <Names value={names}>{children}</Names>;
}

type ReasonNameProps = {
  reason: string;
  /** What the seller called it when it was chosen; null: it had no words but ours. Left out: what it is called today. */
  labels?: ReasonLabels | null;
};

/** A reason in words; a code that has none is shown as it came (P-08). */
export function ReasonName({ reason, labels }: ReasonNameProps) {
  return useReasonName()(reason, labels);
}

export function useReasonName(): (reason: string, labels?: ReasonLabels | null) => string {
  const t = useTranslations("returnReasons");
  const locale = useLocale();
  const own = useContext(Names);
  return (reason, labels) => wordForReason(reason, { own, ofDay: labels === null ? null : labels?.[locale], ours: t });
}
