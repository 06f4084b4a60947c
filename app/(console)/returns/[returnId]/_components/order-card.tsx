import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { ReturnDetail } from "@/lib/returns/return-detail";

/** The order behind the return; a date that nobody told is unknown. */
export function OrderCard({ item, now }: { item: ReturnDetail; now: Date }) {
  const t = useTranslations("detail.order");
  const locale = useLocale();
  const { order, channel, currency, valueMinor } = item;
  const day = (date: string | null) => (date === null ? t("unknown") : formatPlainDate(date, { locale, now }));
  return (
    <Card id="order" title={t("title")}>
      <div className="text-small">
        <KeyValues
          items={[
            { key: "ordered", label: t("orderedOn"), value: day(order.orderedOn) },
            ...(order.promisedOn ? [{ key: "promised", label: t("promisedOn"), value: day(order.promisedOn) }] : []),
            { key: "delivered", label: t("deliveredOn"), value: day(order.deliveredOn) },
            {
              key: "buyer",
              label: t("buyer"),
              value: <span dir="auto">{shownText(order.buyerName ?? t("unknown"))}</span>,
            },
            {
              key: "channel",
              label: t("channel"),
              // Selling plans are Amazon's.
              value:
                channel.marketplace === "amazon"
                  ? `${channel.name} · ${t("plan", { plan: channel.plan })}`
                  : channel.name,
            },
            {
              key: "value",
              label: t("value"),
              value: valueMinor === null ? t("unknown") : formatMoney({ amountMinor: valueMinor, currency }, locale),
              isTotal: true,
            },
          ]}
        />
      </div>
    </Card>
  );
}
