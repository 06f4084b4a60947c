"use client";

import { clsx } from "clsx";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useNow } from "@/components/ui/now";
import { formatDateTimeZone, formatDay, formatOneUnit } from "@/lib/i18n/format";
import type { Party } from "@/lib/policy/clocks/deadlines";

const HOUR = 3_600_000;

type ShortDeadlineProps = {
  dueAt: Date;
  party: Party;
  /** Where there is room, what is close also says its day. */
  hasDay?: boolean;
};

/** A deadline in one line: how late it is, how long is left within a day, else its day; another's clock never alarms. */
export function ShortDeadline({ dueAt, party, hasDay = false }: ShortDeadlineProps) {
  const t = useTranslations("deadline.short");
  const time = useTranslations("time");
  const now = useNow();
  const reading = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  const left = dueAt.getTime() - now.getTime();
  const isOurs = party === "seller";
  const day = formatDay(dueAt, reading);
  const duration = formatOneUnit(time, left);
  const isNear = isOurs && left <= 24 * HOUR;
  const isSoon = isOurs && left <= 72 * HOUR;
  const words = isNear
    ? t(left <= 0 ? "overdue" : "in", { duration })
    : isSoon && hasDay
      ? t("inWithDay", { duration, day })
      : day;
  return (
    <time
      dateTime={dueAt.toISOString()}
      title={formatDateTimeZone(time, dueAt, reading)}
      suppressHydrationWarning
      className={clsx(
        "whitespace-nowrap tabular-nums",
        isNear && "rounded-badge px-1.5 py-0.5 font-medium text-micro",
        isNear && (left <= 0 ? "bg-tone-critical text-tone-critical-fg" : "bg-tone-warning text-tone-warning-fg"),
        !isNear && (isSoon ? "font-medium" : "text-muted"),
      )}
    >
      {words}
    </time>
  );
}
