import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { BuyerState } from "@/lib/policy/machines/return/buyer-state";

type StateSentenceProps = {
  number: number;
  state: BuyerState;
  /** Why it was closed, where the buyer may read it. */
  reason: string | null;
  timeZone: string;
  now: Date;
};

/** Where it stands with its day, who acts next, and what happens otherwise. */
export function StateSentence({ number, state, reason, timeZone, now }: StateSentenceProps) {
  const t = useTranslations("portal");
  const locale = useLocale();
  const { code, turn, due, otherwise } = state;
  const day = (at: Date) => formatDay(at, { locale, timeZone, now });
  return (
    <div className="p-4">
      <p className="text-body text-muted">{t.rich("return", { number: () => <bdi>R-{number}</bdi> })}</p>
      <h1 className="my-1 text-balance font-semibold text-display">
        {t(`state.${code}`, { due: due ? day(due) : "none" })}
      </h1>
      <p className="text-muted">
        {turn && <strong className="font-semibold text-fg">{t(`turn.${turn}`)} </strong>}
        {t(`more.${code}`)}
        {otherwise && ` ${t(`then.${otherwise.what}`, { code, day: day(otherwise.at) })}`}
        {reason && ` ${t("why", { reason })}`}
      </p>
    </div>
  );
}
