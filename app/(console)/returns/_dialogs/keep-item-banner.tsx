import { useLocale, useTranslations } from "next-intl";
import { useKeepItemWords } from "@/components/returns/use-keep-item-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatMoney } from "@/lib/kernel/money";
import { costlyReturn } from "@/lib/policy/judging/costly-return";
import type { Evaluation } from "@/lib/policy/judging/evaluation";

type KeepItemBannerProps = {
  evaluation: Evaluation;
  marketplace: string;
  /** Closes with a refund instead; null where that cannot be done. */
  onKeep: (() => void) | null;
  /** Writes to the buyer; null where that cannot be done. */
  onTell: (() => void) | null;
  className: string;
};

/** S2-10, S2-11: where keeping the item is the better answer, or the buyer would pay close to its worth: sums and ways. */
export function KeepItemBanner({ evaluation, marketplace, onKeep, onTell, className }: KeepItemBannerProps) {
  const t = useTranslations("keepItem");
  const locale = useLocale();
  const keep = useKeepItemWords(evaluation, marketplace);
  const costly = costlyReturn(evaluation);
  if (!keep && !costly) return null;
  const money = (amountMinor: number, currency: string) => formatMoney({ amountMinor, currency }, locale);
  return (
    <Banner
      tone="info"
      title={t(keep ? "title" : "costlyTitle")}
      className={className}
      actions={
        <>
          {keep?.isRefund && onKeep && (
            <Button size="sm" onClick={onKeep}>
              {t("close")}
            </Button>
          )}
          {costly && onTell && (
            <Button size="sm" onClick={onTell}>
              {t("tell")}
            </Button>
          )}
        </>
      }
    >
      {keep
        ? keep.text
        : costly &&
          t("costly", {
            cost: money(costly.costMinor, costly.currency),
            value: money(costly.valueMinor, costly.currency),
          })}
    </Banner>
  );
}
