"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";

type MailFieldsProps = {
  isOn: boolean;
  hasLinks: boolean;
  onChange: (change: { isOn?: boolean; hasLinks?: boolean }) => void;
};

/** What the team is mailed of a new request, and whether the mail carries links (S1-01, S1-17). */
export function MailFields({ isOn, hasLinks, onChange }: MailFieldsProps) {
  const t = useTranslations("settings.mail");
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label={t("isOn")}
        hint={t("isOnHint")}
        checked={isOn}
        onChange={(event) => onChange({ isOn: event.target.checked })}
      />
      <Checkbox
        label={t("hasLinks")}
        hint={t("hasLinksHint")}
        checked={hasLinks}
        disabled={!isOn}
        onChange={(event) => onChange({ hasLinks: event.target.checked })}
      />
    </div>
  );
}
