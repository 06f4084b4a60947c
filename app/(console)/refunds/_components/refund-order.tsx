"use client";

import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { QueryScope } from "@/components/query-scope";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { lazily } from "@/components/ui/lazily";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/kernel/locale";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { OrderToGive } from "@/lib/refunds/orders-to-refund";

const RefundDialog = lazily(() => import("../../_refund/refund-dialog").then((module) => module.RefundDialog));

/** Looks an order up by its number; the answer stands in the address. */
export function FindOrderToRefund({ number }: { number: string }) {
  const t = useTranslations("refunds.anyOrder");
  return (
    <Form action={paths.refunds} className="flex items-center gap-2">
      <Input name="order" aria-label={t("number")} placeholder={t("number")} defaultValue={number} required />
      <Button type="submit" className="shrink-0 whitespace-nowrap">
        {t("find")}
      </Button>
    </Form>
  );
}

/** S2-13: the orders that were found, each with what is left to give back, and the way to do it. */
export function OrdersToRefund({ number, orders }: { number: string; orders: readonly OrderToGive[] }) {
  const t = useTranslations("refunds.anyOrder");
  const locale = useLocale() as Locale;
  const [open, setOpen] = useState<OrderToGive | null>(null);
  return (
    <Card title={t("title", { number })} className="mb-4">
      {orders.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="divide-y divide-line">
        {orders.map((one) => {
          const { offer, channelName, orderedOn } = one;
          const { leftMinor } = offer.suggestion;
          const left =
            leftMinor === null ? null : formatMoney({ amountMinor: leftMinor, currency: offer.currency }, locale);
          return (
            <li key={offer.orderId} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <div>
                <p className="font-medium">{channelName}</p>
                <p className="text-muted text-small" dir="auto">
                  {[formatPlainDate(orderedOn, { locale }), offer.buyerName && shownText(offer.buyerName)]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              <div className="flex items-center gap-3">
                <span className="text-muted text-small tabular-nums">
                  {left === null ? t("paidUnknown") : t("left", { left })}
                </span>
                <Button size="sm" aria-label={t("openNamed", { channel: channelName })} onClick={() => setOpen(one)}>
                  {t("open")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {open && (
        <QueryScope>
          <RefundDialog offer={open.offer} marketplace={open.marketplace} onClose={() => setOpen(null)} />
        </QueryScope>
      )}
    </Card>
  );
}
