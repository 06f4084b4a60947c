"use client";

import { useTranslations } from "next-intl";
import { NamedField } from "@/components/refused-form";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { HAND_IN_METHODS } from "@/lib/policy/terms";
import { RowList } from "../terms/_components/row-list";
import { type CountryRow, nextKey } from "./channel-draft";
import type { SectionProps } from "./section-props";

const TEXTS = ["carrier", "site", "phone", "warehouse"] as const;

/** S0-05, S0-27, S0-28: where a free return is offered, who takes the parcel there, and where it goes. */
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
          <details className="min-w-0 flex-1 rounded-control border border-line">
            <summary className="cursor-pointer px-3 py-2 pointer-coarse:py-3">
              <span className="font-medium">{nameOf(row.country)}</span>{" "}
              <span className="text-small text-subtle">
                {[t(`methods.${row.method}`), row.carrier || t("noCarrier"), row.warehouse || t("noWarehouse")].join(
                  " · ",
                )}
              </span>
            </summary>
            <div className="grid gap-3 border-line border-t p-3 md:grid-cols-2">
              <NamedField name={`${at}.country`}>
                <Select value={row.country} onChange={({ target }) => change({ country: target.value })}>
                  {!known && <option value={row.country}>{row.country}</option>}
                  {choices.countries.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </Select>
              </NamedField>
              <NamedField name={`${at}.method`}>
                <Select
                  value={row.method}
                  onChange={({ target }) =>
                    change({ method: HAND_IN_METHODS.find((method) => method === target.value) ?? row.method })
                  }
                >
                  {HAND_IN_METHODS.map((method) => (
                    <option key={method} value={method}>
                      {t(`methods.${method}`)}
                    </option>
                  ))}
                </Select>
              </NamedField>
              {TEXTS.map((name) => (
                <NamedField key={name} name={`${at}.${name}`} isOptional>
                  <Input value={row[name]} onChange={(event) => change({ [name]: event.target.value })} />
                </NamedField>
              ))}
            </div>
          </details>
        );
      }}
    </RowList>
  );
}
