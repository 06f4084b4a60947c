"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { FormRadios } from "@/components/form/form-radios";
import { judged } from "@/components/form/use-form";
import { useRefusalWords } from "@/components/refusal-words";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { useNow } from "@/components/ui/now";
import { formatPlainDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { SNOOZE_DAYS_AT_MOST } from "@/lib/policy/limits";
import { snoozeReturns } from "../actions";
import { type MarkDialogProps, saidOf } from "./marked";
import { dateIn, MORNING, offeredOn, SNOOZES, type SnoozeChoice } from "./snooze-times";

/** Puts what is selected off, for everybody, until a time that is offered or one's own. */
export function SnoozeDialog({ marked, onClose }: MarkDialogProps) {
  const t = useTranslations("marks.snooze");
  const refusalText = useRefusalWords();
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? "UTC";
  const now = useNow();
  const offered = offeredOn(dateIn(now, zone));
  const dates = new Map<SnoozeChoice, string | undefined>(Object.entries(offered) as [SnoozeChoice, string][]);
  const [choice, setChoice] = useState<SnoozeChoice>("tomorrow");
  const [own, setOwn] = useState({ on: offered.tomorrow, at: MORNING });
  const until = choice === "own" ? own : { on: dates.get(choice) ?? "", at: MORNING };
  const said = saidOf(marked);
  const dayOf = (date: string) => formatPlainDate(date, { locale, now });
  return (
    <FormDialog
      action={snoozeReturns}
      read={() =>
        judged({ selection: marked.selection, until: { ...until, zone } }, () => [
          ...(until.on === "" ? [{ path: "on", code: "required" as const }] : []),
          ...(until.at === "" ? [{ path: "at", code: "required" as const }] : []),
        ])
      }
      onDone={({ count, left }) => {
        const [first] = left;
        notify({
          title: t("done", { ...said, count, until: `${dayOf(until.on)}, ${until.at}` }),
          tone: "success",
          ...(first && { description: t("left", { count: left.length, why: refusalText(first) }) }),
        });
        onClose(true);
      }}
      onClose={() => onClose(false)}
      labels={{ choice: t("until"), on: t("date"), at: t("time") }}
      title={t("title", said)}
      description={t("body")}
      submit={t("submit")}
      size="sm"
    >
      <FormRadios
        name="choice"
        value={choice}
        onChoose={setChoice}
        choices={SNOOZES.flatMap((value) => {
          const date = dates.get(value);
          if (value !== "own" && date === undefined) return [];
          return { value, label: date === undefined ? t("own") : t(value, { date: dayOf(date), time: MORNING }) };
        })}
        hint={t("zone", { zone })}
      />
      {choice === "own" && (
        <div className="mt-3 grid grid-cols-2 gap-3">
          <FormField name="on" isRequired>
            <Input
              type="date"
              value={own.on}
              min={dateIn(now, zone)}
              max={dateIn(new Date(now.getTime() + SNOOZE_DAYS_AT_MOST * 24 * 3_600_000), zone)}
              onChange={(event) => setOwn({ ...own, on: event.target.value })}
            />
          </FormField>
          <FormField name="at" isRequired>
            <Input type="time" value={own.at} onChange={(event) => setOwn({ ...own, at: event.target.value })} />
          </FormField>
        </div>
      )}
    </FormDialog>
  );
}
