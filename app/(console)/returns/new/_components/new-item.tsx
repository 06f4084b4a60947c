"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import type { ReasonChoice } from "../load-new-return";
import { ReasonSelect } from "./reason-select";

type NewItemProps = { index: number; currency: string; reasons: readonly ReasonChoice[] };

export function NewItem({ index, currency, reasons }: NewItemProps) {
  const t = useTranslations("newReturn");
  const name = (field: string) => `order.items.${index}.${field}`;
  return (
    <fieldset className="mt-5 grid gap-4 border-line border-t pt-4 md:grid-cols-2">
      <legend className="float-left font-semibold md:col-span-2">{t("item", { number: index + 1 })}</legend>
      <FormField name={name("title")} className="clear-both md:col-span-2">
        <Input name={name("title")} />
      </FormField>
      <FormField name={name("sku")} isOptional>
        <Input name={name("sku")} spellCheck={false} />
      </FormField>
      <FormField name={name("category")} isOptional hint={t("categoryHint")}>
        <Input name={name("category")} />
      </FormField>
      <FormField name={name("ordered")}>
        <Input name={name("ordered")} type="number" min={1} defaultValue={1} />
      </FormField>
      <FormField name={name("price")} isOptional hint={t("priceIn", { currency })}>
        <Input name={name("price")} inputMode="decimal" />
      </FormField>
      <FormField name={name("quantity")}>
        <Input name={name("quantity")} type="number" min={1} defaultValue={1} />
      </FormField>
      <FormField name={name("reason")}>
        <ReasonSelect name={name("reason")} reasons={reasons} />
      </FormField>
    </fieldset>
  );
}
