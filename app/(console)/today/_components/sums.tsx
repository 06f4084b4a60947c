import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/kernel/money";
import type { Sum } from "@/lib/returns/today";

/** Money per currency, never added up across them; of more than is counted it is the least. */
export function Sums({ sums, isLeast }: { sums: readonly Sum[]; isLeast: boolean }) {
  const t = useTranslations("today");
  const locale = useLocale();
  const words = sums.map((sum) => formatMoney(sum, locale)).join(" · ");
  return <span className="tabular-nums">{isLeast && words !== "" ? t("atLeast", { money: words }) : words}</span>;
}
