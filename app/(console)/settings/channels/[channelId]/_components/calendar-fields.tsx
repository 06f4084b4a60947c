"use client";

import { useLocale, useTranslations } from "next-intl";
import { NamedField } from "@/components/refused-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { RowList } from "../terms/_components/row-list";
import { nextKey } from "./channel-draft";
import type { SectionProps } from "./section-props";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
/** 2024-01-01 was a Monday. */
const weekday = (day: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, day)));

/** P-12: when nobody works; a week without a working day is no week. */
export function CalendarFields({ draft, set }: SectionProps) {
  const t = useTranslations("settings.calendar");
  const locale = useLocale();
  const { restDays, closedOn } = draft;
  return (
    <div className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1 font-medium text-small">{t("restDays")}</legend>
        <p className="mb-2 text-small text-subtle">{t("hint")}</p>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {WEEK.map((day) => (
            <Checkbox
              key={day}
              label={weekday(day, locale)}
              checked={restDays.includes(day)}
              disabled={!restDays.includes(day) && restDays.length === WEEK.length - 1}
              onChange={({ target }) =>
                set({
                  restDays: target.checked ? [...restDays, day].sort() : restDays.filter((each) => each !== day),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <RowList
        title={t("closedOn")}
        rows={closedOn}
        onChange={(rows) => set({ closedOn: rows })}
        empty={() => ({ key: nextKey(closedOn), on: "", label: "" })}
        add={t("add")}
        remove={({ on }) => t("remove", { on: on || "–" })}
      >
        {({ on, label }, index, change) => (
          <div className="grid min-w-0 flex-1 gap-2 md:grid-cols-[11rem_minmax(0,1fr)]">
            <NamedField name={`operation.calendar.closedOn.${index}.on`}>
              <Input type="date" value={on} onChange={(event) => change({ on: event.target.value })} />
            </NamedField>
            <NamedField name={`operation.calendar.closedOn.${index}.label`} isOptional>
              <Input value={label} maxLength={200} onChange={(event) => change({ label: event.target.value })} />
            </NamedField>
          </div>
        )}
      </RowList>
    </div>
  );
}
