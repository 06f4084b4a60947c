"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Checkbox } from "@/components/ui/checkbox";
import { Textarea } from "@/components/ui/textarea";
import { weekdayName } from "@/lib/i18n/format";
import type { SectionProps } from "./section-props";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** P-12: on which days nobody works; what is due in days of work goes by them. */
export function WorkCalendarFields({ draft, set }: Pick<SectionProps, "draft" | "set">) {
  const t = useTranslations("settings.clocks.calendar");
  const locale = useLocale();
  const { restDays, closedOn } = draft;
  const toggled = (day: number) =>
    restDays.includes(day) ? restDays.filter((one) => one !== day) : [...restDays, day].toSorted();
  return (
    <div className="grid gap-4 border-line border-t pt-4 md:grid-cols-2">
      <fieldset>
        <legend className="font-medium text-small">{t("restDays")}</legend>
        <p className="text-small text-subtle">{t("restDaysHint")}</p>
        <div className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
          {WEEK.map((day) => (
            <Checkbox
              key={day}
              name="restDays"
              value={day}
              checked={restDays.includes(day)}
              // One day of the week has to stay: else nothing would ever be due.
              disabled={!restDays.includes(day) && restDays.length === WEEK.length - 1}
              onChange={() => set({ restDays: toggled(day) })}
              label={weekdayName(day, locale)}
            />
          ))}
        </div>
      </fieldset>
      <FormField name="operation.calendar.closedOn" hint={t("closedOnHint")} isOptional>
        <Textarea
          rows={3}
          value={closedOn}
          spellCheck={false}
          onChange={({ target }) => set({ closedOn: target.value })}
        />
      </FormField>
    </div>
  );
}
