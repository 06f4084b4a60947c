import { useLocale, useTranslations } from "next-intl";
import { RefundSteps } from "@/components/returns/refund-steps";
import { Card } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import { Link } from "@/components/ui/link";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { RefundStatus } from "@/lib/policy/machines/refund/statuses";
import { refundsHref, showOf } from "@/lib/refunds/promised-refunds";
import type { RefundOffer } from "@/lib/refunds/refund-offer";
import type { ReturnDetail } from "@/lib/returns/return-detail";

/** What was paid, what goes back or went, and what is left, with the refund that the terms suggest step by step. */
export function MoneyCard({ item, offer }: { item: ReturnDetail; offer: RefundOffer }) {
  const t = useTranslations("detail.money");
  const locale = useLocale();
  const { currency, money, refunds } = item;
  const { order, outsideMinor, lines, suggestion } = offer;
  const sum = (amountMinor: number | null) =>
    amountMinor === null ? t("unknown") : formatMoney({ amountMinor, currency }, locale);
  const named = (lineId: string) => {
    const line = lines.find((one) => one.lineId === lineId);
    return shownText(line?.name ?? line?.sku ?? t("item"));
  };
  const isSuggested = suggestion.steps.length > 0 && suggestion.amountMinor > 0;
  return (
    <Card id="money" title={t("title")} aside={currency}>
      <div className="flex flex-col gap-3 text-small">
        <KeyValues
          items={[
            { key: "paid", label: t("paid"), value: sum(order.paidMinor) },
            { key: "promised", label: t("promised"), value: sum(money.heldMinor - money.refundedMinor) },
            { key: "refunded", label: t("refunded"), value: sum(money.refundedMinor) },
            ...(outsideMinor > 0 ? [{ key: "outside", label: t("outside"), value: sum(outsideMinor) }] : []),
            { key: "left", label: t("left"), value: sum(suggestion.leftMinor), isTotal: true },
          ]}
        />
        {refunds.length > 0 && (
          <ul className="flex flex-col gap-1">
            {refunds.map(({ id, state, amountMinor }) => (
              <li key={id} className="flex justify-between gap-4">
                <RefundState state={state} />
                <span className="tabular-nums">{amountMinor === null ? t("open") : sum(amountMinor)}</span>
              </li>
            ))}
          </ul>
        )}
        {isSuggested && <RefundSteps quote={suggestion} currency={currency} named={named} total={t("suggested")} />}
      </div>
    </Card>
  );
}

/** How a refund stands, with the way to where something is done about it. */
function RefundState({ state }: { state: RefundStatus }) {
  const t = useTranslations("detail.money");
  return (
    <Link href={refundsHref(showOf(state))} className="prose-link">
      {t("state", { state })}
    </Link>
  );
}
