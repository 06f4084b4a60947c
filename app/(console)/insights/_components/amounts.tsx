import { useLocale, useTranslations } from "next-intl";
import type { Amounts as AmountsByCurrency } from "@/lib/insights/insights";
import { formatMoney } from "@/lib/kernel/money";

type AmountsProps = {
  amounts: AmountsByCurrency;
  /** Of so many returns nobody knows it, among all of them. */
  unknown: number;
  total: number;
};

/** Amounts side by side, a line for each currency, and how many nobody knows. */
export function Amounts({ amounts, unknown, total }: AmountsProps) {
  const t = useTranslations("insights");
  const locale = useLocale();
  const known = Object.entries(amounts).toSorted(([one], [other]) => one.localeCompare(other));
  if (known.length === 0 && unknown === 0) return <span className="text-subtle">{t("nothing")}</span>;
  return (
    <>
      {known.map(([currency, amountMinor]) => (
        <span key={currency} className="block tabular-nums">
          {formatMoney({ amountMinor, currency }, locale)}
        </span>
      ))}
      {unknown > 0 && <span className="block text-small text-subtle">{t("unknownOf", { count: unknown, total })}</span>}
    </>
  );
}
