"use client";

import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { formatPlainDate } from "@/lib/i18n/format";

type CancelledOrderProps = {
  order: { isCancelled: boolean; cancelledOn: string | null };
  isDecided?: boolean;
  className?: string;
};

/** Says that the order of a return was called off, wherever somebody decides or looks; nothing where it was not. */
export function CancelledOrder({ order, isDecided = false, className }: CancelledOrderProps) {
  const t = useTranslations("detail.cancelledOrder");
  const locale = useLocale();
  if (!order.isCancelled) return null;
  const on = order.cancelledOn === null ? "none" : formatPlainDate(order.cancelledOn, { locale });
  return (
    <Banner tone="warning" title={t("title", { on })} className={className}>
      {t(isDecided ? "bodyDecided" : "body")}
    </Banner>
  );
}
