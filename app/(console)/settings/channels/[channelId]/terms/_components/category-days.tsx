"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { nextKey } from "@/lib/policy/terms/row-pairs";
import { DaysInput } from "./days-input";
import { RowList } from "./row-list";
import { TermsField } from "./terms-field";
import type { PartProps } from "./typed-terms";

/** Days of a category's own, a row for each. */
export function CategoryDays({ typed, set, floor, marketplace }: PartProps) {
  const t = useTranslations("terms.window");
  const path = "window.byCategory";
  const rows = typed[path];
  const own = floor?.byCategory ?? [];
  return (
    <RowList
      title={t("categories")}
      hint={
        own.length > 0 ? own.map((row) => t("categoryFloor", { marketplace, ...row })).join(" ") : t("categoriesHint")
      }
      rows={rows}
      onChange={(to) => set(path, to)}
      empty={() => ({ key: nextKey(rows), category: "", days: typed["window.days"] })}
      add={t("addCategory")}
      remove={(_row, index) => t("removeRow", { row: index + 1 })}
    >
      {({ category, days }, index, change) => (
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_7rem] gap-2">
          <TermsField path={`${path}.${index}.category`} label={t("category")} isLabelHidden>
            <Input
              value={category}
              maxLength={200}
              placeholder={t("category")}
              onChange={(event) => change({ category: event.target.value })}
            />
          </TermsField>
          <TermsField
            path={`${path}.${index}.days`}
            label={t.rich("daysOf", { name: () => <span dir="auto">{category || "–"}</span> })}
            isLabelHidden
          >
            <DaysInput value={days} onChange={(text) => change({ days: text })} />
          </TermsField>
        </div>
      )}
    </RowList>
  );
}
