import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/kernel/money";
import type { ImpactCost } from "@/lib/policy/judging/impact";

/** What it would have cost, each currency for itself; unknown amounts are counted beside. */
export function ImpactCosts({ costs }: { costs: readonly ImpactCost[] }) {
  const t = useTranslations("preview.costs");
  const locale = useLocale();
  if (costs.length === 0) return <p className="text-muted text-small">{t("none")}</p>;
  const signed = (amountMinor: number, currency: string, unknown: number) => {
    const sign = amountMinor > 0 ? "+" : "";
    const known = amountMinor === 0 && unknown > 0 ? "" : sign + formatMoney({ amountMinor, currency }, locale);
    return [known, unknown > 0 && t("unknown", { count: unknown })].filter(Boolean).join(" · ");
  };
  return (
    <table className="w-full text-left">
      <caption className="mb-1 text-left text-muted text-small">{t("caption")}</caption>
      <thead className="text-micro text-subtle">
        <tr>
          {(["currency", "goods", "freight"] as const).map((column) => (
            <th key={column} scope="col" className="border-line border-b py-1.5 pe-3 font-medium">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {costs.map(({ currency, goodsMinor, goodsUnknown, freightMinor, freightUnknown }) => (
          <tr key={currency} className="border-line border-b last:border-0">
            <th scope="row" className="py-2 pe-3 font-medium">
              {currency}
            </th>
            <td className="py-2 pe-3">{signed(goodsMinor, currency, goodsUnknown)}</td>
            <td className="py-2 pe-3">{signed(freightMinor, currency, freightUnknown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
