"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Holiday } from "@/lib/policy/terms/parts";
import { type Keyed, nextKey } from "@/lib/policy/terms/row-pairs";
import { HOLIDAY_BASES } from "@/lib/policy/terms/term-choices";
import { RowList } from "./row-list";
import { TermsField } from "./terms-field";
import type { PartProps } from "./typed-terms";

type HolidayRow = Keyed<Holiday>;

/** P-09: what is bought, or shipped, around a holiday may come back until a date. */
export function HolidayRows({ typed, set }: PartProps) {
  const t = useTranslations("terms.holidays");
  const rows = typed["window.holidays"];
  return (
    <RowList<HolidayRow>
      title={t("title")}
      hint={t("hint")}
      rows={rows}
      onChange={(to) => set("window.holidays", to)}
      empty={(): HolidayRow => ({
        key: nextKey(rows),
        basis: "bought",
        boughtFrom: "",
        boughtTo: "",
        returnableUntil: "",
        label: "",
      })}
      add={t("add")}
      remove={(_row, index) => t("remove", { row: index + 1 })}
    >
      {(row, index, change) => (
        <div className="grid min-w-0 flex-1 grid-cols-1 gap-2 rounded-control border border-line p-3 md:grid-cols-2 xl:grid-cols-4">
          <TermsField path={`window.holidays.${index}.label`} label={t("label")} className="md:col-span-2">
            <Input value={row.label} maxLength={200} onChange={(event) => change({ label: event.target.value })} />
          </TermsField>
          <TermsField path={`window.holidays.${index}.basis`} label={t("basis")} className="md:col-span-2">
            <Select
              value={row.basis}
              onChange={(event) =>
                change({ basis: HOLIDAY_BASES.find((basis) => basis === event.target.value) ?? "bought" })
              }
            >
              {HOLIDAY_BASES.map((basis) => (
                <option key={basis} value={basis}>
                  {t(`bases.${basis}`)}
                </option>
              ))}
            </Select>
          </TermsField>
          {(["boughtFrom", "boughtTo", "returnableUntil"] as const).map((field) => (
            <TermsField
              key={field}
              path={`window.holidays.${index}.${field}`}
              label={t(field)}
              className={field === "returnableUntil" ? "md:col-span-2" : ""}
            >
              <Input
                type="date"
                value={row[field]}
                className="max-w-44"
                onChange={(event) => change({ [field]: event.target.value })}
              />
            </TermsField>
          ))}
        </div>
      )}
    </RowList>
  );
}
