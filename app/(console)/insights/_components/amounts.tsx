import { useLocale, useTranslations } from "next-intl";
import type { Amounts as AmountsByCurrency } from "@/lib/insights/insights";
import { formatMoney } from "@/lib/kernel/money";

/** Amounts side by side, a line for each currency, and how many nobody knows. */
export function Amounts({ amounts, unknown }: { amounts: AmountsByCurrency; unknown: number }) {
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
      {unknown > 0 && <span className="block text-small text-subtle">{t("unknown", { count: unknown })}</span>}
    </>
  );
}
