import { useLocale, useTranslations } from "next-intl";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { Card } from "@/components/ui/card";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { ReturnDetail } from "@/lib/returns/return-detail";

/** Why the request was closed, what the buyer was told, and the refund that came with it (S2-03). */
export function ClosedCard({ item }: { item: ReturnDetail }) {
  const t = useTranslations("detail.closed");
  const reasonName = useCloseReasonName();
  const locale = useLocale();
  const { closeReason, closeReasonLabels, closeComment, refunds } = item;
  if (!closeReason) return null;
  return (
    <Card id="closed" title={t("title")}>
      <div className="flex flex-col gap-2 text-small">
        <p>
          <span className="text-subtle">{t("reason")}: </span>
          <span className="font-medium">{reasonName(closeReason, closeReasonLabels)}</span>
        </p>
        {refunds.map(({ id, state, amountMinor, currency }) => (
          <p key={id}>
            {t("refund", { state, marketplace: item.channel.marketplace })}{" "}
            <span className="text-muted">
              ({amountMinor === null ? t("amountOpen") : formatMoney({ amountMinor, currency }, locale)})
            </span>
          </p>
        ))}
        <div className="border-line border-s-3 ps-2.5">
          <p className="text-micro text-subtle">{t("message")}</p>
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {shownText(closeComment || t("noMessage"))}
          </p>
        </div>
      </div>
    </Card>
  );
}
