"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { toldChanges } from "@/lib/policy/terms/rows";
import type { Terms } from "@/lib/policy/terms/terms";
import { TermsChanges } from "./terms-changes";

type ChangedTermsProps = {
  refusal: ActionRefusal;
  /** What this page was drawn with. */
  seen: Terms;
  currency: string;
  onLoad: (standing: { revision: number | null; terms: Terms }) => void;
};

/** Somebody else was faster: who, and what stands now; what is typed here stays until the person says so. */
export function ChangedTerms({ refusal, seen, currency, onLoad }: ChangedTermsProps) {
  const t = useTranslations("terms.changed");
  const name = typeof refusal.name === "string" ? refusal.name : null;
  const revision = typeof refusal.revision === "number" ? refusal.revision : null;
  const terms = refusal.terms as Terms;
  return (
    <Banner
      tone="warning"
      role="alert"
      title={t("title", { hasName: String(name !== null), name: name ?? "", isDraft: String(revision !== null) })}
      actions={
        <Button size="sm" onClick={() => onLoad({ revision, terms })}>
          {t("load")}
        </Button>
      }
      className="mb-4"
    >
      <p className="mb-1">{t("body")}</p>
      <TermsChanges changes={toldChanges(seen, terms)} currency={currency} />
    </Banner>
  );
}
