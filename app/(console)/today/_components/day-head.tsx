import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { counted, formatDateTimeZone, isCut } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import { type Sum, sumsOf, type TodayLine, type Urgency } from "@/lib/returns/today";

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

/** Money per currency, never added up across them; of more than is counted it is the least. */
export function Sums({ sums, isLeast }: { sums: readonly Sum[]; isLeast: boolean }) {
  const t = useTranslations("today");
  const locale = useLocale();
  const words = sums.map((sum) => formatMoney(sum, locale)).join(" · ");
  return <span className="tabular-nums">{isLeast && words !== "" ? t("atLeast", { money: words }) : words}</span>;
}
