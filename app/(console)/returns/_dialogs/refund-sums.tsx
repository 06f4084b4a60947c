import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { LeftOut } from "@/lib/bulk/preflight";
import { formatMoney } from "@/lib/kernel/money";
import { PICKED_AT_MOST } from "@/lib/policy/limits";
import type { RefundSum } from "@/lib/returns/member-limits";

type RefundSumsProps = {
  sums: readonly RefundSum[];
  beyondLimit: readonly LeftOut[];
  onLeaveOut: (some: readonly LeftOut[]) => void;
};

/** Whether an act would promise more in this currency than the person may; the server refuses it whole. */
export const isAboveLimit = ({ amountMinor, limitMinor }: RefundSum): boolean =>
  limitMinor !== null && amountMinor > limitMinor;

/** What a closing promises to refund in all, and where that is more than this person may, the ways out. */
export function RefundSums({ sums, beyondLimit, onLeaveOut }: RefundSumsProps) {
  const t = useTranslations("bulk");
  const locale = useLocale();
  const format = useFormatter();
  const over = sums.filter(isAboveLimit);
  const facts = ({ currency, count, amountMinor, unknownValues, limitMinor }: RefundSum) => ({
    count,
    unknown: unknownValues,
    amount: formatMoney({ amountMinor, currency }, locale),
    limit: limitMinor === null ? "" : formatMoney({ amountMinor: limitMinor, currency }, locale),
  });
  if (over.length > 0)
    return (
      <Banner
        tone="critical"
        role="alert"
        title={t("refunds.overTitle")}
        className="mb-5"
        actions={
          beyondLimit.length <= PICKED_AT_MOST && (
            <Button size="sm" onClick={() => onLeaveOut(beyondLimit)}>
              {t("refunds.leaveOut", { count: beyondLimit.length })}
            </Button>
          )
        }
      >
        {over.map((sum) => (
          <p key={sum.currency}>{t("refunds.over", facts(sum))}</p>
        ))}
      </Banner>
    );
  const list = sums.map((sum) => t(sum.limitMinor === null ? "refunds.amount" : "refunds.amountOf", facts(sum)));
  return (
    <Banner tone="info" role="status" className="mb-5">
      {list.length > 0 && (
        <p className="font-medium">{t("refunds.sum", { list: format.list(list, { type: "conjunction" }) })}</p>
      )}
      <p>{t("refund")}</p>
    </Banner>
  );
}
