"use client";

import { clsx } from "clsx";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatAgo, formatDateTimeZone, formatDue } from "@/lib/i18n/format";
import { useNow } from "./now";

type TimeProps = {
  at: Date;
  /** "ago" for the past ("26 h ago"), "due" for a deadline ("In 5 h", "Overdue 2 h"), "absolute" for day, clock and zone. */
  style: "ago" | "due" | "absolute";
  /** Another zone than the reader's, for instance the marketplace's. */
  timeZone?: string;
  className?: string;
};

/** An instant as text that moves on each minute; the full time with its zone is in the title. */
export function Time({ at, style, timeZone, className }: TimeProps) {
  const t = useTranslations("time");
  const locale = useLocale();
  const readerZone = useTimeZone();
  const now = useNow();
  const reading = { locale, timeZone: timeZone ?? readerZone ?? "UTC", now };
  const absolute = formatDateTimeZone(t, at, reading);
  const text = style === "ago" ? formatAgo(t, at, now) : style === "due" ? formatDue(t, at, now) : absolute;
  return (
    <time
      dateTime={at.toISOString()}
      title={absolute}
      className={clsx(style !== "absolute" && "whitespace-nowrap", className)}
      suppressHydrationWarning
    >
      {text}
    </time>
  );
}
