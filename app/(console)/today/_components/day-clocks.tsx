import { clsx } from "clsx";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { counted, formatClock } from "@/lib/i18n/format";
import type { DayAside } from "@/lib/returns/today";

const HOUR_MS = 3_600_000;
/** Pixels of the highest bar; one that stands for anything is never invisible. */
const HIGHEST = 44;
const LOWEST = 4;
/** Hours whose clock is written below. */
const NAMED = [6, 12, 18];

/** When the deadlines of the next 24 hours fall, an hour a bar; those before the shop's midnight stand out. */
export function DayClocks({ aside: { hours, midnight }, now }: { aside: DayAside; now: Date }) {
  const t = useTranslations("today.clocks");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const most = Math.max(...hours);
  if (most === 0) return null;
  const bars = hours.map((count, hour) => ({ hour, count }));
  const startOf = (hour: number) => new Date(now.getTime() + hour * HOUR_MS);
  const untilMidnight = (midnight.getTime() - now.getTime()) / HOUR_MS;
  const midnightHour = Math.floor(untilMidnight);
  const named = NAMED.filter((hour) => Math.abs(hour - midnightHour) > 2);
  const words = (hour: number) => t("bar", { count: hours[hour] ?? 0, from: formatClock(startOf(hour), timeZone) });
  return (
    <section
      aria-label={t("title")}
      className="rounded-card border border-line bg-surface px-3 pt-2 pb-1 max-md:-mx-4 max-md:rounded-none max-md:border-x-0"
    >
      <h2 className="text-micro text-subtle">{t("title")}</h2>
      <ol className="flex items-end gap-0.5 border-line border-b pt-1">
        {bars.map(({ hour, count }) => (
          <li
            key={hour}
            title={count > 0 ? words(hour) : undefined}
            className="flex min-w-0 flex-1 flex-col items-center"
          >
            {count > 0 && (
              <span className="text-micro tabular-nums">
                <span aria-hidden>{counted(count, locale)}</span>
                <span className="sr-only">{words(hour)}</span>
              </span>
            )}
            <span
              aria-hidden
              className={clsx(
                "w-full rounded-t-[2px]",
                count === 0 ? "bg-line" : hour < untilMidnight ? "bg-tone-warning-icon" : "bg-control",
              )}
              style={{ height: count === 0 ? 1 : Math.max(LOWEST, Math.round((count / most) * HIGHEST)) }}
            />
          </li>
        ))}
      </ol>
      <p aria-hidden className="relative h-4.5 text-micro text-subtle tabular-nums">
        <span className="absolute start-0">{t("now")}</span>
        {midnightHour >= 2 && (
          <span className="absolute" style={midnightPlace(untilMidnight / hours.length)}>
            {t("midnight")}
          </span>
        )}
        {named.map((hour) => (
          <span
            key={hour}
            className="absolute max-md:hidden"
            style={{ insetInlineStart: `${(hour / hours.length) * 100}%` }}
          >
            {formatClock(startOf(hour), timeZone)}
          </span>
        ))}
      </p>
    </section>
  );
}

/** Where the word of midnight stands; past the middle it ends at its hour, so that it never leaves the card. */
const midnightPlace = (share: number) =>
  share > 0.5 ? { insetInlineEnd: `${(1 - share) * 100}%` } : { insetInlineStart: `${share * 100}%` };
