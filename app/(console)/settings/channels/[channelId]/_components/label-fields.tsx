"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { LABEL_SIZES, type LabelSize, SLIP_SIZES, type SlipSize, sizesFor } from "@/lib/policy/labels/sizes";
import type { SectionProps } from "./section-props";

/** The paper that labels and slips begin with, and what the way back usually costs (S2-10). */
export function LabelFields({ draft, set }: SectionProps) {
  const t = useTranslations("settings.labels");
  const print = useTranslations("print");
  const { currency, country } = draft.facts;
  const usual = sizesFor(country);
  const sizeName = (size: LabelSize | SlipSize) => print(`size.${size}`);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label={print("labelSize")}>
        <Select
          value={draft.sizes.labelSize ?? ""}
          onChange={({ target }) =>
            set({ sizes: { ...draft.sizes, labelSize: LABEL_SIZES.find((size) => size === target.value) ?? null } })
          }
        >
          <option value="">{t("usual", { size: sizeName(usual.labelSize) })}</option>
          {LABEL_SIZES.map((size) => (
            <option key={size} value={size}>
              {sizeName(size)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={print("slipSize")}>
        <Select
          value={draft.sizes.slipSize ?? ""}
          onChange={({ target }) =>
            set({ sizes: { ...draft.sizes, slipSize: SLIP_SIZES.find((size) => size === target.value) ?? null } })
          }
        >
          <option value="">{t("usual", { size: sizeName(usual.slipSize) })}</option>
          {SLIP_SIZES.map((size) => (
            <option key={size} value={size}>
              {sizeName(size)}
            </option>
          ))}
        </Select>
      </Field>
      <FormField name="operation.labels.costMinor" hint={t("costHint", { currency })} isOptional>
        <Input inputMode="decimal" value={draft.cost} onChange={(event) => set({ cost: event.target.value })} />
      </FormField>
      <FormField name="operation.labels.costAbroadMinor" hint={t("costAbroadHint", { currency })} isOptional>
        <Input
          inputMode="decimal"
          value={draft.costAbroad}
          onChange={(event) => set({ costAbroad: event.target.value })}
        />
      </FormField>
    </div>
  );
}
