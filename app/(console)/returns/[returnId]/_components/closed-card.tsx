import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ReturnDetail } from "@/db/queries/return-detail";
import { formatMoney } from "@/lib/money";
import { findCloseReason } from "@/lib/policy/close-reasons";

/** Why the request was closed, what the buyer was told, and the refund that came with it (S2-03). */
export function ClosedCard({ item }: { item: ReturnDetail }) {
  const t = useTranslations("detail.closed");
  const reasons = useTranslations("closeReasons");
  const locale = useLocale();
  const { closeReason, closeComment, refunds } = item;
  if (!closeReason) return null;
  const known = findCloseReason(closeReason);
  return (
    <Card id="closed" title={t("title")}>
      <div className="flex flex-col gap-2 text-small">
        <p>
          <span className="text-subtle">{t("reason")}: </span>
          <span className="font-medium">{known ? reasons(`${known.code}.label`) : closeReason}</span>
        </p>
        {refunds.map(({ id, state, amountMinor, currency }) => (
          <p key={id}>
            {t("refund", { state })}{" "}
            <span className="text-muted">
              ({amountMinor === null ? t("amountOpen") : formatMoney({ amountMinor, currency }, locale)})
            </span>
          </p>
        ))}
        <div className="border-line border-s-3 ps-2.5">
          <p className="text-micro text-subtle">{t("message")}</p>
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {closeComment || t("noMessage")}
          </p>
        </div>
      </div>
    </Card>
  );
}
