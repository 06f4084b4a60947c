"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { UploadDialog } from "@/components/form/upload-dialog";
import { paths } from "@/lib/i18n/paths";
import type { CountryUpload } from "@/lib/imports/read-countries";
import { shownText } from "@/lib/kernel/shown-text";
import { type CountryRow, type Merged, mergedCountries } from "./channel-draft";

const SHOWN = 200;

type CountriesDialogProps = {
  sellerId: string;
  rows: readonly CountryRow[];
  nameOf: (code: string) => string;
  onTake: (rows: CountryRow[]) => void;
  onClose: () => void;
};

/** *Upload a table*: takes its rows into the form, and says what they change there; nothing is saved by it. */
export function CountriesDialog({ sellerId, rows, nameOf, onTake, onClose }: CountriesDialogProps) {
  const t = useTranslations("settings.countries.upload");
  const cells = useTranslations("settings.countries");
  // As the form stood when the file came: what it changed there is told of that.
  const [merged, setMerged] = useState<Merged | null>(null);
  const list = (codes: readonly string[]) => codes.map(nameOf).join(", ");
  return (
    <UploadDialog<CountryUpload>
      words={t}
      accept=".csv,.tsv,.txt,.xlsx,text/csv"
      urlOf={({ name }) => paths.countries(name, sellerId)}
      done={({ rows: { length }, problems }) => (problems.length > 0 ? t("nothing") : t("done", { count: length }))}
      onDone={(upload) => {
        const taken = mergedCountries(rows, upload.rows);
        setMerged(taken);
        if (upload.problems.length === 0) onTake(taken.rows);
      }}
      onClose={onClose}
    >
      {({ problems }) =>
        problems.length > 0 ? (
          <section aria-label={t("wrong", { count: problems.length })} className="mt-4">
            <h3 className="mb-2 heading">{t("wrong", { count: problems.length })}</h3>
            <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-card border border-line text-small">
              {problems.slice(0, SHOWN).map(({ line, column, code, text }) => (
                <li key={`${line}${column}`} className="flex flex-wrap gap-x-3 px-3 py-2">
                  <span className="w-20 shrink-0 text-subtle tabular-nums">{t("line", { line })}</span>
                  <span className="w-28 shrink-0 font-medium">{cells(column)}</span>
                  <span className="basis-full break-words md:basis-60 md:flex-1">
                    {t(`problem.${code}`, { text: shownText(text.slice(0, 60)) || "–" })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : (
          merged && (
            <ul className="mt-4 flex list-disc flex-col gap-1 ps-5 text-small">
              {merged.added.length > 0 && <li>{t("added", { list: list(merged.added) })}</li>}
              {merged.changed.length > 0 && <li>{t("changed", { list: list(merged.changed) })}</li>}
              {merged.unchanged.length > 0 && <li>{t("unchanged", { list: list(merged.unchanged) })}</li>}
              {merged.kept.length > 0 && <li>{t("kept", { list: list(merged.kept) })}</li>}
            </ul>
          )
        )
      }
    </UploadDialog>
  );
}
