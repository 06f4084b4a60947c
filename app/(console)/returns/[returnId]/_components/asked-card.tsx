import { useTranslations } from "next-intl";
import { LineList } from "@/components/returns/line-list";
import { Said } from "@/components/returns/reported-word";
import { Card } from "@/components/ui/card";
import { shownText } from "@/lib/kernel/shown-text";
import { reportedWord } from "@/lib/policy/judging/reported-words";
import type { ReturnDetail } from "@/lib/returns/return-detail";

type AskedCardProps = {
  item: Pick<ReturnDetail, "lines" | "currency" | "buyerComment" | "reported"> & {
    order: Pick<ReturnDetail["order"], "isCurrencyAssumed" | "buyerLocale">;
    channel: Pick<ReturnDetail["channel"], "marketplace">;
  };
};

/** The items and the buyer's own words, in whatever language they are. */
export function AskedCard({ item }: AskedCardProps) {
  const t = useTranslations("detail.lines");
  const { lines, currency, order, channel, buyerComment, reported } = item;
  const resolution = reported?.resolution;
  const known = resolution ? reportedWord("resolution", resolution) : null;
  return (
    <Card
      id="asked"
      title={t("title")}
      aside={resolution && <Said said={resolution} words={known && t("wants", { resolution: known })} />}
      isFlush
    >
      <LineList
        lines={lines}
        currency={currency}
        isCurrencyAssumed={order.isCurrencyAssumed}
        marketplace={channel.marketplace}
      />
      <div className="border-line border-t px-4 py-3">
        {buyerComment ? (
          <blockquote className="border-line border-s-3 ps-3 text-long">
            <p className="text-micro text-subtle">{t("comment")}</p>
            <p className="whitespace-pre-wrap break-words" dir="auto" lang={order.buyerLocale ?? ""}>
              {shownText(buyerComment)}
            </p>
          </blockquote>
        ) : (
          <p className="text-small text-subtle">{t("noComment")}</p>
        )}
      </div>
    </Card>
  );
}
