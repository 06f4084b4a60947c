import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { counted, isCut } from "@/lib/i18n/counted";
import { formatDateTimeZone } from "@/lib/i18n/format";
import { sumsOf, type TodayLine, type Urgency } from "@/lib/returns/today";
import { Sums } from "./sums";

/** The day in one sentence: how much is late, how much will be, and the money of both, as the lines below have it. */
export function DayHead({ lines, now }: { lines: readonly TodayLine[]; now: Date }) {
  const t = useTranslations("today");
  const time = useTranslations("time");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const of = (urgency: Urgency) => lines.filter((line) => line.urgency === urgency);
  const [late, soon] = [of("now"), of("soon")];
  const countOf = (some: readonly TodayLine[]) => {
    const count = some.reduce((total, line) => total + line.count, 0);
    return { count, shown: some.some(isCut) ? counted(Number.POSITIVE_INFINITY, locale) : counted(count, locale) };
  };
  const [overdue, due] = [countOf(late), countOf(soon)];
  const close = [...late, ...soon];
  const sums = sumsOf(close);
  return (
    <header className="mb-3">
      <div className="flex min-h-8 flex-wrap items-baseline gap-x-3">
        <h1 tabIndex={-1} className="text-h1 heading">
          {t("title")}
        </h1>
        <p className="text-small text-subtle">{formatDateTimeZone(time, now, { locale, timeZone, now })}</p>
      </div>
      <p className="text-long">
        <b className="font-semibold">
          {t("sentence", {
            overdue: overdue.count,
            overdueShown: overdue.shown,
            due: due.count,
            dueShown: due.shown,
          })}
        </b>
        {sums.length > 0 && (
          <span className="text-muted">
            {" "}
            {t.rich("atStake", { money: () => <Sums sums={sums} isLeast={close.some(isCut)} /> })}
          </span>
        )}
      </p>
    </header>
  );
}
