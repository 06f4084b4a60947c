"use client";

import { useTranslations } from "next-intl";
import { DaysInput } from "./days-input";
import type { PartProps } from "./part-props";
import { ReasonChecks } from "./reason-checks";
import { TermsField } from "./terms-field";
import { TermsSection } from "./terms-section";

/** S0-01, S0-06, S0-04: until when a free return may be asked for, and which reasons are none. */
export function FreeReturnSection({ typed, set, floor, marketplace }: PartProps) {
  const t = useTranslations("terms.freeReturn");
  const least = floor?.freeReturn;
  return (
    <TermsSection
      name="freeReturn"
      title={t("title")}
      about={t("about")}
      floor={least && t("floor", { marketplace, request: least.requestDays, promise: least.extraDaysAfterPromise })}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <TermsField path="freeReturn.requestDays" label={t("request")}>
          <DaysInput value={typed.request} onChange={(request) => set({ request })} />
        </TermsField>
        <TermsField path="freeReturn.extraDaysAfterPromise" label={t("promise")}>
          <DaysInput value={typed.promise} onChange={(promise) => set({ promise })} />
        </TermsField>
      </div>
      <ReasonChecks
        legend={t("excluded")}
        summary={t("excludedCount", { count: typed.excluded.length })}
        reasons={typed.causes.map(({ reason }) => reason)}
        chosen={typed.excluded}
        onChange={(excluded) => set({ excluded })}
      />
    </TermsSection>
  );
}
