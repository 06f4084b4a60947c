"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSpeaker } from "@/components/returns/reason-name";
import { Button } from "@/components/ui/button";
import type { TermsChange } from "@/lib/policy/terms/rows";
import { useTermsWords } from "./use-terms-words";

/** A SKU file changes thousands of rows; more than this is read on demand. */
const FIRST = 30;

type TermsChangesProps = { changes: readonly TermsChange[]; currency: string };

/** What two versions of terms differ in, a sentence for each. */
export function TermsChanges({ changes, currency }: TermsChangesProps) {
  const t = useTranslations("termsDiff");
  const sentence = useChangeSentence(currency);
  const [isOpen, setIsOpen] = useState(false);
  if (changes.length === 0) return <p className="text-muted">{t("same")}</p>;
  const shown = isOpen ? changes : changes.slice(0, FIRST);
  return (
    <>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {shown.map((change) => {
          const words = sentence(change);
          return (
            <li key={words} className="break-words">
              {words}
            </li>
          );
        })}
      </ul>
      {shown.length < changes.length && (
        <Button size="sm" className="mt-2" onClick={() => setIsOpen(true)}>
          {t("more", { count: changes.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function useChangeSentence(currency: string): (change: TermsChange) => string {
  const t = useTranslations("termsDiff");
  const rows = useTranslations("terms.rows");
  const marketplace = useSpeaker();
  const { money, wordsOf, ruleSentence, holidaySentence } = useTermsWords(currency);
  const sides = <T,>(from: T | null, to: T | null, say: (value: T) => string | number) => ({
    change: from === null ? "added" : to === null ? "removed" : "changed",
    from: from === null ? "–" : say(from),
    to: to === null ? "–" : say(to),
  });
  const ruleOf = (rule: { name: string } & Parameters<typeof ruleSentence>[0]) =>
    t("named", { name: rule.name, sentence: ruleSentence(rule) });
  return (change) => {
    switch (change.kind) {
      case "days":
      case "percent":
        return t(change.kind, { name: rows(`${change.what}.name`), from: change.from, to: change.to });
      case "own_days":
        return t("own_days", {
          what: change.what,
          name: change.name,
          ...sides(change.from, change.to, (days) => days),
        });
      case "holiday":
        return t("holiday", sides(change.from, change.to, holidaySentence));
      case "not_returnable":
        return t("not_returnable", { what: change.what, name: change.name, isAdded: String(change.isAdded) });
      case "fault_default":
        return t("fault_default", { from: change.from, to: change.to, marketplace });
      case "fault":
      case "freight":
        return t(change.kind, {
          reason: wordsOf(change.reason),
          from: change.from ?? "none",
          to: change.to ?? "none",
          marketplace,
        });
      case "returnless":
        return t("returnless", sides(change.from, change.to, ruleOf));
      case "returnless_order":
        return t("returnless_order", { names: change.names.join(t("comma")) });
      case "amount":
        return t("amount", { name: rows(`${change.what}.name`), ...sides(change.from, change.to, money) });
      case "excluded_reason":
        return t("excluded_reason", { reason: wordsOf(change.reason), isAdded: String(change.isAdded) });
    }
  };
}
