"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField, useIsWrong } from "@/components/form/form-problems";
import { UploadButton } from "@/components/form/upload-button";
import { Input } from "@/components/ui/input";
import { lazily } from "@/components/ui/lazily";
import { Select } from "@/components/ui/select";
import { RowList } from "../terms/_components/row-list";
import { CELLS, type CountryRow, nextKey } from "./channel-draft";
import type { SectionProps } from "./section-props";

const CountriesDialog = lazily(() => import("./countries-dialog").then((module) => module.CountriesDialog));

const AT_MOST = { carrier: 200, site: 500, phone: 50, warehouse: 500 } as const satisfies Record<
  (typeof CELLS)[number],
  number
>;

type RowProps = Pick<SectionProps, "choices"> & {
  row: CountryRow;
  name: string;
  at: string;
  isNew: boolean;
  change: (change: Partial<CountryRow>) => void;
};

/** One country in one line, its cells behind it; open where it was just added, or where something of it is wrong. */
function CountryFields({ choices, row, name, at, isNew, change }: RowProps) {
  const t = useTranslations("settings.countries");
  const isWrong = useIsWrong([at]);
  const isKnown = choices.countries.some(({ code }) => code === row.country);
  return (
    <details open={isNew || isWrong} className="group min-w-0 flex-1">
      <summary className="flex min-h-8 pointer-coarse:min-h-11 cursor-pointer list-none items-center gap-1.5">
        <ChevronRight aria-hidden size={15} className="shrink-0 text-subtle group-open:rotate-90" />
        <span className="shrink-0">{name}</span>
        <span className="min-w-0 truncate text-small text-subtle">
          {[t(`methods.${row.method}`), row.carrier || row.warehouse || t("notFilled")].join(" · ")}
        </span>
      </summary>
      <div className="grid gap-2 pt-1 pb-3 md:grid-cols-2">
        <FormField name={`${at}.country`}>
          <Select value={row.country} onChange={({ target }) => change({ country: target.value })}>
            {!isKnown && <option value={row.country}>{row.country}</option>}
            {choices.countries.map(({ code, name: country }) => (
              <option key={code} value={code}>
                {country}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name={`${at}.method`}>
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
  );
}

/** S0-05, S0-27, S0-28: where a free return is offered, who takes the parcel there and where it goes. */
export function CountryTable({ choices, draft, set, sellerId }: SectionProps) {
  const t = useTranslations("settings.countries");
  const rows = draft.countries;
  const [added, setAdded] = useState<number | null>(null);
  const nameOf = (code: string) => choices.countries.find((country) => country.code === code)?.name ?? code;
  const free = choices.countries.find(({ code }) => !rows.some(({ country }) => country === code));
  return (
    <>
      <RowList<CountryRow>
        title={t("title", { count: rows.length })}
        hint={t("hint")}
        isDense
        rows={rows}
        onChange={(countries) => {
          if (countries.length > rows.length) setAdded(countries.at(-1)?.key ?? null);
          set({ countries });
        }}
        empty={(): CountryRow => ({
          ...{ key: nextKey(rows), country: free?.code ?? "US", method: "drop_off" },
          ...{ carrier: "", site: "", phone: "", warehouse: "" },
        })}
        add={t("add")}
        remove={({ country }) => t("remove", { country: nameOf(country) })}
      >
        {(row, index, change) => (
          <CountryFields
            choices={choices}
            row={row}
            name={nameOf(row.country)}
            at={`operation.freeReturnCountries.${index}`}
            isNew={row.key === added}
            change={change}
          />
        )}
      </RowList>
      <div className="mt-3">
        <UploadButton label={t("upload.open")}>
          {(close) => (
            <CountriesDialog
              sellerId={sellerId}
              rows={rows}
              nameOf={nameOf}
              onTake={(countries) => set({ countries })}
              onClose={close}
            />
          )}
        </UploadButton>
      </div>
    </>
  );
}
