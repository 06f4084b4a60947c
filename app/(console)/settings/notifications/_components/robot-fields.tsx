"use client";

import { useTranslations } from "next-intl";
import { FormField, useWrongField } from "@/components/form/form-problems";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/kernel/locale";
import { TEAM_EVENTS, type TeamEvent } from "@/lib/policy/messages/message";
import { ROBOT_NAME_AT_MOST } from "@/lib/policy/messages/robot-kinds";

export type Told = { name: string; locale: Locale; events: readonly TeamEvent[] };

type RobotFieldsProps = { value: Told; onChange: (change: Partial<Told>) => void };

/** What every robot has: a name, a language, and what it tells. */
export function RobotFields({ value, onChange }: RobotFieldsProps) {
  const t = useTranslations("robots.form");
  const hasNoEvents = useWrongField("events") !== undefined;
  const names = useTranslations("notifications.event");
  const toggle = (event: TeamEvent, isOn: boolean) =>
    onChange({ events: TEAM_EVENTS.filter((one) => (one === event ? isOn : value.events.includes(one))) });
  return (
    <>
      <FormField name="name" hint={t("nameHint")}>
        <Input
          autoComplete="off"
          maxLength={ROBOT_NAME_AT_MOST}
          value={value.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </FormField>
      <FormField name="locale" className="max-w-60">
        <Select value={value.locale} onChange={({ target }) => onChange({ locale: target.value as Locale })}>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale}>
              {LOCALE_NAMES[locale].full}
            </option>
          ))}
        </Select>
      </FormField>
      <fieldset aria-describedby={hasNoEvents ? "robot-events-error" : undefined}>
        <legend className="mb-1.5 font-medium text-small">{t("events")}</legend>
        <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
          {TEAM_EVENTS.map((event) => (
            <Checkbox
              key={event}
              label={names(`${event}.name`)}
              checked={value.events.includes(event)}
              onChange={({ target }) => toggle(event, target.checked)}
            />
          ))}
        </div>
        {hasNoEvents && (
          <p id="robot-events-error" role="alert" className="mt-1.5 text-danger text-small">
            {t("eventsMissing")}
          </p>
        )}
      </fieldset>
    </>
  );
}
