"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form/form-problems";
import { CancelledOrder } from "@/components/returns/cancelled-order";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { formatPlainDate } from "@/lib/i18n/format";
import { shownText } from "@/lib/kernel/shown-text";
import type { KnownOrder, ReasonChoice } from "../load-new-return";
import { ReasonSelect } from "./reason-select";
import { Whereabouts } from "./whereabouts";

type KnownItemsProps = { order: KnownOrder; today: string; reasons: readonly ReasonChoice[] };

/** The items of a known order, each with what of it can still come back (P-11). */
export function KnownItems({ order, today, reasons }: KnownItemsProps) {
  const t = useTranslations("newReturn");
  const locale = useLocale();
  const day = (date: string) => formatPlainDate(date, { locale });
  return (
    <Card title={t("known", { number: order.number })}>
      <p className="text-muted text-small">
        {t("knownFacts", {
          ordered: day(order.orderedOn),
          delivered: order.deliveredOn ? day(order.deliveredOn) : "none",
        })}
        {order.buyerName && <> · {t("buyer", { name: order.buyerName })}</>}
      </p>
      <CancelledOrder order={order} className="mt-3" />
      {order.outbound === null && order.deliveredOn === null && (
        <div className="mt-3 grid gap-4 border-line border-b pb-4 md:grid-cols-2">
          <Whereabouts today={today} />
        </div>
      )}
      <fieldset className="mt-3">
        <legend className="sr-only">{t("items")}</legend>
        <ul className="flex flex-col divide-y divide-line">
          {order.lines.map((line) => (
            <KnownItem key={line.id} line={line} reasons={reasons} isOnly={order.lines.length === 1} />
          ))}
        </ul>
      </fieldset>
    </Card>
  );
}

type KnownItemProps = { line: KnownOrder["lines"][number]; reasons: readonly ReasonChoice[]; isOnly: boolean };

/** Who says how many of an item come back, or why, says that it does. */
function KnownItem({ line, reasons, isOnly }: KnownItemProps) {
  const t = useTranslations("newReturn");
  const { id, quantity, alreadyReturned } = line;
  const name = shownText(line.title ?? line.sku ?? "–");
  const left = quantity === null ? null : Math.max(0, quantity - alreadyReturned);
  const [isBack, setBack] = useState(isOnly && left !== 0);
  return (
    <li className="grid gap-3 py-3 first:pt-0 last:pb-0 md:grid-cols-[minmax(0,1fr)_6rem_14rem] md:items-end">
      <Checkbox
        name={`back.${id}`}
        checked={isBack}
        onChange={({ target }) => setBack(target.checked)}
        label={name}
        aria-label={t("back", { name })}
        hint={
          <>
            {line.sku && <span className="identifier">{line.sku} · </span>}
            {left === null ? t("leftUnknown") : t("left", { left, ordered: quantity ?? 0 })}
          </>
        }
      />
      <FormField name={`quantity.${id}`}>
        <Input
          name={`quantity.${id}`}
          type="number"
          min={1}
          max={left ?? undefined}
          defaultValue={1}
          onChange={() => setBack(true)}
        />
      </FormField>
      <FormField name={`reason.${id}`}>
        <ReasonSelect name={`reason.${id}`} reasons={reasons} onChange={() => setBack(true)} />
      </FormField>
    </li>
  );
}
