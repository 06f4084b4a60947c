"use client";

import { useTranslations } from "next-intl";
import { Textarea } from "@/components/ui/textarea";
import { namesIn } from "@/lib/policy/terms/kinds";
import { TermsField } from "./terms-field";
import type { PartProps } from "./typed-terms";

/** Days of single SKUs, a line for each, as they are pasted from a sheet. */
export function SkuDays({ typed, set }: PartProps) {
  const t = useTranslations("terms.window");
  const path = "window.bySku";
  const count = namesIn(typed[path]).length;
  return (
    <TermsField path={path} within={`${path}.`} label={t("skus")} hint={t("skusHint", { count })}>
      <Textarea
        rows={Math.min(12, Math.max(3, count + 1))}
        value={typed[path]}
        spellCheck={false}
        placeholder={t("skusExample")}
        onChange={(event) => set(path, event.target.value)}
      />
    </TermsField>
  );
}
