"use client";

import { clsx } from "clsx";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useNow } from "@/components/ui/now";
import type { Party } from "@/lib/policy/clocks/deadlines";
import { shortDue } from "./short-due";

type ShortDeadlineProps = {
  dueAt: Date;
  party: Party;
  /** Where there is room, what is close also says its day. */
  hasDay?: boolean;
};

/** A deadline in one line: how late it is, how long is left within a day, else its day; another's clock never alarms. */
export function ShortDeadline(due: ShortDeadlineProps) {
  const words = { t: useTranslations("deadline.short"), time: useTranslations("time") };
  const reading = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now: useNow() };
  const { closeness, text, title } = shortDue(due, words, reading);
  const isNear = closeness === "late" || closeness === "near";
  return (
    <time
      dateTime={due.dueAt.toISOString()}
      title={title}
      suppressHydrationWarning
      className={clsx(
        "whitespace-nowrap tabular-nums [text-autospace:no-autospace]",
        isNear && "rounded-badge px-1.5 py-0.5 font-medium text-micro",
        closeness === "late" && "bg-tone-critical text-tone-critical-fg",
        closeness === "near" && "bg-tone-warning text-tone-warning-fg",
        closeness === "soon" && "font-medium",
        closeness === "later" && "text-muted",
      )}
    >
      {text}
    </time>
  );
}
