"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { DaysInput } from "./days-input";
import { HolidayRows } from "./holiday-rows";
import type { PartProps } from "./part-props";
import { RowList } from "./row-list";
import { TermsField } from "./terms-field";
import { TermsSection } from "./terms-section";
import { linesIn, nextKey } from "./typed-terms";

/** How long a buyer may ask for a return: in general, by category, by SKU, after holidays. */
export function WindowSection({ typed, set, floor, marketplace, isFreeReturn }: PartProps) {
  const t = useTranslations("terms.window");
  const own = floor?.byCategory ?? [];
  return (
    <TermsSection
      name="window"
      title={t("title")}
      about={t(isFreeReturn ? "aboutFree" : "about")}
      floor={floor?.windowDays !== undefined && t("floor", { marketplace, days: floor.windowDays })}
    >
      <div className="grid gap-4 md:grid-cols-2">
        {!isFreeReturn && (
          <TermsField path="window.days" label={t("days")} hint={t("daysHint")}>
            <DaysInput value={typed.days} onChange={(days) => set({ days })} />
          </TermsField>
        )}
        <TermsField path="window.transitAllowanceDays" label={t("transit")} hint={t("transitHint")}>
          <DaysInput value={typed.transit} onChange={(transit) => set({ transit })} />
        </TermsField>
      </div>
      {!isFreeReturn && (
        <>
          <RowList
            title={t("categories")}
            hint={
              own.length > 0
                ? own.map((row) => t("categoryFloor", { marketplace, ...row })).join(" ")
                : t("categoriesHint")
            }
            rows={typed.byCategory}
            onChange={(byCategory) => set({ byCategory })}
            empty={() => ({ key: nextKey(typed.byCategory), category: "", days: typed.days })}
            add={t("addCategory")}
            remove={(_row, index) => t("removeRow", { row: index + 1 })}
          >
            {({ category, days }, index, change) => (
              <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_7rem] gap-2">
                <TermsField path={`window.byCategory.${index}.category`} label={t("category")} isLabelHidden>
                  <Input
                    value={category}
                    maxLength={200}
                    placeholder={t("category")}
                    onChange={(event) => change({ category: event.target.value })}
                  />
                </TermsField>
                <TermsField
                  path={`window.byCategory.${index}.days`}
                  label={t.rich("daysOf", { name: () => <span dir="auto">{category || "–"}</span> })}
                  isLabelHidden
                >
                  <DaysInput value={days} onChange={(text) => change({ days: text })} />
                </TermsField>
              </div>
            )}
          </RowList>
          <TermsField
            path="window.bySku"
            within="window.bySku."
            label={t("skus")}
            hint={t("skusHint", { count: linesIn(typed.bySku).length })}
          >
            <Textarea
              rows={Math.min(12, Math.max(3, linesIn(typed.bySku).length + 1))}
              value={typed.bySku}
              spellCheck={false}
              placeholder={t("skusExample")}
              onChange={(event) => set({ bySku: event.target.value })}
            />
          </TermsField>
        </>
      )}
      <HolidayRows rows={typed.holidays} onChange={(holidays) => set({ holidays })} />
    </TermsSection>
  );
}
