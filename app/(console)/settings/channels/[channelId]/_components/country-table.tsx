"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { RowList } from "../terms/_components/row-list";
import { CELLS, type CountryRow, nextKey } from "./channel-draft";
import type { SectionProps } from "./section-props";

const AT_MOST = { carrier: 200, site: 500, phone: 50, warehouse: 500 } as const satisfies Record<
  (typeof CELLS)[number],
  number
>;

/** S0-05, S0-27, S0-28: where a free return is offered, who takes the parcel there and where it goes. */
export function CountryTable({ choices, draft, set }: SectionProps) {
  const t = useTranslations("settings.countries");
  const rows = draft.countries;
  const nameOf = (code: string) => choices.countries.find((country) => country.code === code)?.name ?? code;
  const free = choices.countries.find(({ code }) => !rows.some(({ country }) => country === code));
  return (
    <RowList<CountryRow>
      title={t("title", { count: rows.length })}
      hint={t("hint")}
      rows={rows}
      onChange={(countries) => set({ countries })}
      empty={(): CountryRow => ({
        ...{ key: nextKey(rows), country: free?.code ?? "US", method: "drop_off" },
        ...{ carrier: "", site: "", phone: "", warehouse: "" },
      })}
      add={t("add")}
      remove={({ country }) => t("remove", { country: nameOf(country) })}
    >
      {(row, index, change) => {
        const at = `operation.freeReturnCountries.${index}`;
        const known = choices.countries.some(({ code }) => code === row.country);
        return (
          <div className="min-w-0 flex-1">
            <FormField name={`${at}.country`}>
              <Select value={row.country} onChange={({ target }) => change({ country: target.value })}>
                {!known && <option value={row.country}>{row.country}</option>}
                {choices.countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            </FormField>
            <details className="group">
              <summary className="flex min-h-9 pointer-coarse:min-h-11 cursor-pointer list-none items-center gap-1 text-small text-muted">
                <ChevronRight aria-hidden size={15} className="group-open:rotate-90" />
                <span className="min-w-0 truncate">
                  {[t(`methods.${row.method}`), row.carrier || row.warehouse || t("notFilled")].join(" · ")}
                </span>
              </summary>
              <div className="grid gap-2 pb-2 md:grid-cols-2">
                <FormField name={`${at}.method`} className="md:col-span-2">
                  <Select
                    value={row.method}
                    onChange={({ target }) => change({ method: target.value === "pick_up" ? "pick_up" : "drop_off" })}
                  >
                    <option value="drop_off">{t("methods.drop_off")}</option>
                    <option value="pick_up">{t("methods.pick_up")}</option>
                  </Select>
                </FormField>
                {CELLS.map((cell) => (
                  <FormField key={cell} name={`${at}.${cell}`} isOptional>
                    <Input
                      value={row[cell]}
                      autoComplete="off"
                      maxLength={AT_MOST[cell]}
                      onChange={({ target }) => change({ [cell]: target.value })}
                    />
                  </FormField>
                ))}
              </div>
            </details>
          </div>
        );
      }}
    </RowList>
  );
}
