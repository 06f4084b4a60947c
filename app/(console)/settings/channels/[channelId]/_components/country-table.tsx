"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Select } from "@/components/ui/select";
import { RowList } from "../terms/_components/row-list";
import { type CountryRow, nextKey } from "./channel-draft";
import type { SectionProps } from "./section-props";

/** S0-05: where a free return is offered. What else a row holds is read by nothing yet, and kept. */
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
        key: nextKey(rows),
        country: free?.code ?? "US",
        method: "drop_off",
        carrier: "",
        site: "",
        phone: "",
        warehouse: "",
      })}
      add={t("add")}
      remove={({ country }) => t("remove", { country: nameOf(country) })}
    >
      {(row, index, change) => {
        const at = `operation.freeReturnCountries.${index}`;
        const known = choices.countries.some(({ code }) => code === row.country);
        return (
          <FormField name={`${at}.country`} className="min-w-0 flex-1">
            <Select value={row.country} onChange={({ target }) => change({ country: target.value })}>
              {!known && <option value={row.country}>{row.country}</option>}
              {choices.countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </FormField>
        );
      }}
    </RowList>
  );
}
