"use client";

import { useTranslations } from "next-intl";
import { DaysInput } from "./days-input";
import type { PartProps } from "./part-props";
import { TermsField } from "./terms-field";
import { TermsSection } from "./terms-section";

const FEES = ["late", "damaged", "different"] as const;
const CAPS = { late: 20, damaged: 50, different: 100 };

/** P-06: how much of the price may be kept at most. */
export function RestockingSection({ typed, set, floor, marketplace }: PartProps) {
  const t = useTranslations("terms.restocking");
  const most = floor?.restocking;
  return (
    <TermsSection
      name="restocking"
      title={t("title")}
      about={t("about")}
      floor={
        most &&
        t("floor", {
          marketplace,
          late: most.latePercent,
          damaged: most.damagedPercent,
          different: most.differentPercent,
        })
      }
    >
      <div className="grid gap-4 md:grid-cols-3">
        {FEES.map((fee) => (
          <TermsField
            key={fee}
            path={`restocking.${fee}Percent`}
            label={t(fee)}
            hint={t("cap", { percent: CAPS[fee] })}
          >
            <DaysInput unit="percent" value={typed[fee]} onChange={(text) => set({ [fee]: text })} />
          </TermsField>
        ))}
      </div>
    </TermsSection>
  );
}
