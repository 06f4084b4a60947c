"use client";

import { useTranslations } from "next-intl";
import { Textarea } from "@/components/ui/textarea";
import type { PartProps } from "./part-props";
import { TermsField } from "./terms-field";
import { TermsSection } from "./terms-section";
import { linesIn } from "./typed-terms";

/** What cannot be returned at all. */
export function ExclusionsSection({ typed, set }: PartProps) {
  const t = useTranslations("terms.exclusions");
  return (
    <TermsSection name="exclusions" title={t("title")} about={t("about")}>
      <div className="grid gap-4 md:grid-cols-2">
        {(["categories", "skus"] as const).map((list) => (
          <TermsField
            key={list}
            path={`notReturnable.${list}`}
            within={`notReturnable.${list}.`}
            label={t(list)}
            hint={t("hint", { count: linesIn(typed[list]).length })}
          >
            <Textarea
              rows={4}
              spellCheck={false}
              value={typed[list]}
              onChange={(event) =>
                set(list === "skus" ? { skus: event.target.value } : { categories: event.target.value })
              }
            />
          </TermsField>
        ))}
      </div>
    </TermsSection>
  );
}
