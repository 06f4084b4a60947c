"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { reasonName } from "@/lib/policy/judging/fault";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { type OwnNames, reasonsOf, wordForReason } from "@/lib/policy/judging/reason-names";
import { reasonKey } from "@/lib/policy/judging/reasons";
import type { Marketplace } from "./marketplace";

const Names = createContext<OwnNames>({});
const Place = createContext<Marketplace | null>(null);

/** What is drawn inside is about returns on this marketplace and speaks its words; on several (null), the general ones. */
export function InWordsOf({ marketplace, children }: { marketplace: Marketplace | null; children: ReactNode }) {
  return <Place value={marketplace}>{children}</Place>;
}

/** Whose words messages choose that name a marketplace; `other` where it is several or none. */
export const useSpeaker = (): Marketplace | "other" => useContext(Place) ?? "other";

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

/** That nobody has a word for a reason, which is why it stands as it came. */
export function UnknownReason({ reason, labels }: ReasonNameProps) {
  const t = useTranslations("detail.lines");
  const own = useContext(Names);
  if (labels || reasonKey(reason) || Object.hasOwn(own, reasonName(reason))) return null;
  return <span className="ms-2 text-small text-subtle">{t("unknownReason")}</span>;
}

/** Names reasons as `marketplace` does, left out as the one that is drawn about. */
export function useReasonName(marketplace?: Marketplace | null): NameReason {
  const namer = useReasonNamer();
  const here = useContext(Place);
  return namer(marketplace === undefined ? here : marketplace);
}

type NameReason = (reason: string, labels?: ReasonLabels | null) => string;

/** The same for a list of returns on several marketplaces: each has its own words. */
export function useReasonNamer(): (marketplace: Marketplace | null) => NameReason {
  const t = useTranslations("returnReasons");
  const locale = useLocale();
  const own = useContext(Names);
  const theirs = useTranslations("returnReasonsOf");
  return useMemo(
    () => (marketplace) => {
      const ours = reasonsOf(marketplace, theirs, t);
      return (reason, labels) => wordForReason(reason, { own, ofDay: labels === null ? null : labels?.[locale], ours });
    },
    [t, locale, own, theirs],
  );
}
