"use client";

import { useTranslations } from "next-intl";
import type { ChangeEventHandler, FocusEventHandler, Ref } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { LaidOutField } from "./use-address-layout";

type Control = HTMLInputElement | HTMLSelectElement;
type AddressControlProps = {
  field: LaidOutField;
  name?: string;
  value?: string;
  defaultValue?: string;
  ref?: Ref<Control>;
  onChange?: ChangeEventHandler<Control>;
  onBlur?: FocusEventHandler<Control>;
};

/** What a part of an address is typed into, or chosen from. */
export function AddressControl({ field, ref, ...rest }: AddressControlProps) {
  const t = useTranslations("addresses");
  const { name, choices, autoComplete } = field;
  if (!choices)
    return (
      <Input
        {...rest}
        ref={ref as Ref<HTMLInputElement>}
        autoComplete={autoComplete}
        type={name === "phone" ? "tel" : "text"}
      />
    );
  return (
    <Select {...rest} ref={ref as Ref<HTMLSelectElement>} autoComplete={autoComplete}>
      <option value="">{t("choose")}</option>
      {choices.map((choice) => (
        <option key={choice.code} value={choice.code}>
          {choice.name}
        </option>
      ))}
    </Select>
  );
}
