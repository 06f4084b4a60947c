import { useLocale, useTranslations } from "next-intl";
import { KeyValues } from "@/components/ui/key-values";
import { formatMoney } from "@/lib/kernel/money";
import type { RefundQuote, RefundStep } from "@/lib/policy/money/refund-quote";

type RefundStepsProps = {
  quote: Pick<RefundQuote, "steps" | "amountMinor">;
  currency: string;
  named: (lineId: string) => string;
  total: string;
};

/** How an amount comes about: each step with its rule, and the sum. */
export function RefundSteps({ quote, currency, named, total }: RefundStepsProps) {
  const t = useTranslations("refund.steps");
  const condition = useTranslations("receiving.condition");
  const locale = useLocale();
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const label = (step: RefundStep): string => {
    switch (step.kind) {
      case "goods":
        return t("goods", { item: named(step.lineId), count: step.quantity });
      case "kept":
        return t("kept", { condition: condition(step.condition), percent: step.percent });
      case "partial":
        return t("partial", { percent: step.percent });
      default:
        return t(step.kind);
    }
  };
  return (
    <KeyValues
      items={[
        ...quote.steps.map((step, at) => ({
          key: `${step.kind}-${at}`,
          label: label(step),
          value: money(step.amountMinor),
        })),
        { key: "total", label: total, value: money(quote.amountMinor), isTotal: true },
      ]}
    />
  );
}
