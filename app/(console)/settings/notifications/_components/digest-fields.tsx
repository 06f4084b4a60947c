"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Select } from "@/components/ui/select";
import type { DigestTime } from "@/lib/messages/save-notifications";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** An hour of the day as a clock shows it. */
export const clockOf = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

type DigestFieldsProps = {
  value: DigestTime;
  /** Null: this person only reads it. */
  zones: readonly string[] | null;
  onChange: (change: Partial<DigestTime>) => void;
};

/** When the daily digest is sent, and in which zone that hour is. */
export function DigestFields({ value, zones, onChange }: DigestFieldsProps) {
  const t = useTranslations("notifications.digest");
  if (!zones) return <p>{t("reads", { hour: clockOf(value.hour), zone: value.zone })}</p>;
  return (
    <>
      <div className="grid gap-4 md:grid-cols-[8rem_minmax(0,20rem)]">
        <FormField name="digest.to.hour">
          <Select value={value.hour} onChange={({ target }) => onChange({ hour: Number(target.value) })}>
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {clockOf(hour)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name="digest.to.zone">
          <Select value={value.zone} onChange={({ target }) => onChange({ zone: target.value })}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      <p className="mt-2 text-small text-subtle">{t("hint")}</p>
    </>
  );
}
