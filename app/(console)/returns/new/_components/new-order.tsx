"use client";

import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { BUYER_LANGUAGES, languageName } from "@/lib/kernel/buyer-languages";
import { ITEMS_AT_MOST } from "@/lib/policy/limits";
import type { ReasonChoice } from "../load-new-return";
import { NewItem } from "./new-item";
import { Whereabouts } from "./whereabouts";

type NewOrderProps = {
  number: string;
  currency: string;
  today: string;
  reasons: readonly ReasonChoice[];
  itemCount: number;
  onItemCount: (count: number) => void;
};

/** An order that is not known yet, as the shop shows it. */
export function NewOrder({ number, currency, today, reasons, itemCount, onItemCount }: NewOrderProps) {
  const t = useTranslations("newReturn");
  const reader = useLocale();
  return (
    <Card title={t("new", { number })}>
      <p className="mb-4 text-muted text-small">{t("newText")}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <FormField name="order.orderedOn">
          <Input name="order.orderedOn" type="date" max={today} />
        </FormField>
        <Whereabouts today={today} />
        <FormField name="order.buyerName" isOptional>
          <Input name="order.buyerName" autoComplete="off" />
        </FormField>
        <FormField name="order.buyerEmail" isOptional hint={t("buyerEmailHint")}>
          <Input name="order.buyerEmail" type="email" inputMode="email" autoComplete="off" spellCheck={false} />
        </FormField>
        <FormField name="order.buyerLocale">
          <Select name="order.buyerLocale" defaultValue="en">
            {BUYER_LANGUAGES.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, reader)}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      {Array.from({ length: itemCount }, (_, index) => index).map((index) => (
        <NewItem key={index} index={index} currency={currency} reasons={reasons} />
      ))}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<Plus aria-hidden size={16} />}
          isDisabled={itemCount >= ITEMS_AT_MOST}
          onClick={() => onItemCount(itemCount + 1)}
        >
          {t("addItem")}
        </Button>
        {itemCount > 1 && (
          <Button size="sm" onClick={() => onItemCount(itemCount - 1)}>
            {t("removeItem", { number: itemCount })}
          </Button>
        )}
      </div>
    </Card>
  );
}
