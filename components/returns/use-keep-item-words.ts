import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/kernel/money";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { Reason } from "@/lib/policy/judging/rules";

const reasonsOf = ({ lines }: Evaluation): Reason[] => lines.flatMap(({ reasons }) => reasons);

/** Why the buyer should keep the item, with its sums; null where nothing speaks for it (S2-10, S4-14, P-17). */
export function useKeepItemWords(
  evaluation: Evaluation,
  marketplace: string,
): { text: string; isRefund: boolean } | null {
  const t = useTranslations("keepItem");
  const locale = useLocale();
  const { keepItem } = evaluation;
  if (!keepItem) return null;
  const money = (amountMinor: number | null, currency: string) =>
    amountMinor === null ? t("unknown") : formatMoney({ amountMinor, currency }, locale);
  const isRefund = keepItem.resolution === "refund";
  const reasons = reasonsOf(evaluation);
  if (keepItem.because === "cost") {
    const cost = reasons.find((reason) => reason.rule === "worth_returning" && reason.effect === "keep_item");
    if (cost?.rule !== "worth_returning") return null;
    const { costMinor, valueMinor, currency, paidBy } = cost;
    const sums = { cost: money(costMinor, currency), value: money(valueMinor, currency), paidBy, marketplace };
    return { text: t("cost", sums), isRefund };
  }
  const found = reasons.find((reason) => reason.rule === "returnless" && reason.effect === "keep_item");
  if (found?.rule !== "returnless") return null;
  const price = money(found.priceMinor, found.currency);
  const text =
    keepItem.because === "rule"
      ? t("rule", { name: keepItem.name ?? "", price, resolution: keepItem.resolution })
      : t("noLocalAddress", { price, upTo: money(found.upToMinor, found.currency) });
  return { text, isRefund };
}
