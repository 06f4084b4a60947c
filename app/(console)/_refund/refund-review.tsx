"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Ref } from "react";
import type { Marketplace } from "@/components/returns/marketplace";
import { RefundSteps } from "@/components/returns/refund-steps";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { Drafted } from "@/lib/refunds/refund-draft";
import type { RefundInput } from "@/lib/refunds/refund-input";
import type { RefundOffer } from "@/lib/refunds/refund-offer";
import { RefundMail } from "./refund-mail";

type RefundReviewProps = {
  offer: RefundOffer;
  drafted: Drafted;
  input: RefundInput;
  marketplace: Marketplace;
  headingRef: Ref<HTMLParagraphElement>;
};

/** Step 2: one sentence, how the sum comes about, and what is not refunded. */
export function RefundReview({ offer, drafted, input, marketplace, headingRef }: RefundReviewProps) {
  const t = useTranslations("refund");
  const locale = useLocale();
  const { currency, number, buyerName, lines } = offer;
  const { quote, rows } = drafted;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const named = (lineId: string) => {
    const line = lines.find((one) => one.lineId === lineId);
    return shownText(line?.name ?? line?.sku ?? t("item"));
  };
  const missing = rows.filter(({ units, givenMinor }) => units.condition === null && givenMinor === 0);
  return (
    <div className="flex flex-col gap-3">
      <p ref={headingRef} tabIndex={-1} className="text-long outline-none">
        {t.rich("sentence", {
          amount: money(quote.amountMinor),
          number,
          hasBuyer: String(buyerName !== null),
          buyer: shownText(buyerName ?? ""),
          marketplace,
          b: (words) => <strong>{words}</strong>,
        })}
      </p>
      <RefundSteps quote={quote} currency={currency} named={named} total={t("total")} />
      {missing.length > 0 && (
        <p className="text-muted text-small">
          {t("notRefunded", {
            items: missing
              .map(({ line, priceMinor }) => `${named(line.lineId)} ${priceMinor === null ? "" : money(priceMinor)}`)
              .join(" · "),
          })}
        </p>
      )}
      <RefundMail input={input} marketplace={marketplace} />
    </div>
  );
}
