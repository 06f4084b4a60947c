"use client";

import { useTranslations } from "next-intl";
import { RuleOrder } from "@/components/channels/rule-order";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addressLines } from "@/lib/kernel/address-lines";
import { ReasonChecks } from "../terms/_components/reason-checks";
import type { AddressRuleRow } from "./channel-draft";
import type { ChannelChoices } from "./section-props";

type AddressRuleCardProps = {
  row: AddressRuleRow;
  index: number;
  count: number;
  currency: string;
  choices: ChannelChoices;
  onChange: (change: Partial<AddressRuleRow>) => void;
  onMove: (way: -1 | 1) => void;
  onRemove: () => void;
};

/** One rule: what it reaches, and where that goes. */
export function AddressRuleCard(props: AddressRuleCardProps) {
  const { row, index, count, currency, choices, onChange, onMove, onRemove } = props;
  const t = useTranslations("settings.addressRules");
  const at = `operation.addressRules.${index}`;
  const named = { name: row.name || String(index + 1) };
  return (
    <fieldset className="min-w-0 rounded-control border border-line p-3">
      <legend className="sr-only">{t("legend", named)}</legend>
      <div className="mb-1 flex items-center gap-1">
        <p className="me-auto font-semibold tabular-nums">{index + 1}.</p>
        <RuleOrder
          index={index}
          count={count}
          labels={{ up: t("up", named), down: t("down", named), remove: t("remove", named) }}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <div className="grid gap-3 md:grid-cols-2">
        <FormField name={`${at}.name`}>
          <Input value={row.name} maxLength={200} onChange={(event) => onChange({ name: event.target.value })} />
        </FormField>
        <FormField name={`${at}.addressId`}>
          <Select value={row.addressId} onChange={({ target }) => onChange({ addressId: target.value })}>
            {choices.addresses.map((address) => (
              <option key={address.id} value={address.id}>
                {address.label ?? addressLines(address).join(", ")}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name={`${at}.categories`} hint={t("categoriesHint")} isOptional>
          <Input value={row.categories} onChange={(event) => onChange({ categories: event.target.value })} />
        </FormField>
        <div className="grid grid-cols-2 gap-2">
          <FormField name={`${at}.minMinor`} hint={currency} isOptional>
            <Input inputMode="decimal" value={row.min} onChange={(event) => onChange({ min: event.target.value })} />
          </FormField>
          <FormField name={`${at}.maxMinor`} hint={currency} isOptional>
            <Input inputMode="decimal" value={row.max} onChange={(event) => onChange({ max: event.target.value })} />
          </FormField>
        </div>
        <div className="md:col-span-2">
          <ReasonChecks
            legend={t("reasons")}
            summary={t("chosenReasons", { count: row.reasons.length })}
            reasons={choices.reasons}
            chosen={row.reasons}
            onChange={(reasons) => onChange({ reasons })}
          />
        </div>
      </div>
    </fieldset>
  );
}
