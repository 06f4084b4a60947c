"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/components/form/form-dialog";
import { FormField } from "@/components/form/form-problems";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { COUNTRIES } from "@/lib/kernel/countries";
import { ok } from "@/lib/kernel/result";
import type { MemberRow } from "@/lib/team/team";
import { setLimits } from "../actions";
import { draftOf, readLimits } from "./limits-draft";

type MemberDialogProps = { member: MemberRow; isOpen: boolean; onClose: () => void };

const CURRENCIES = [...new Set(Object.values(COUNTRIES).map(({ currency }) => currency))].sort();
const CODES = ["bulk_range", "bad_amount", "twice"] as const;

/** The most one refund, and all of a day, may be, by currency, and how many returns one act may take; empty is no limit. */
export function LimitsDialog({ member, isOpen, onClose }: MemberDialogProps) {
  const { userId, name } = member;
  const t = useTranslations("team");
  const [draft, setDraft] = useState(() => draftOf(member));
  const unused = CURRENCIES.filter((currency) => !draft.refunds.some((row) => row.currency === currency));
  const setRow = (key: number, change: { currency?: string; amount?: string; day?: string }) =>
    setDraft({ ...draft, refunds: draft.refunds.map((row) => (row.key === key ? { ...row, ...change } : row)) });
  const addRow = () => {
    const key = Math.max(0, ...draft.refunds.map((row) => row.key)) + 1;
    const currency = unused.includes("USD") ? "USD" : (unused[0] ?? "USD");
    setDraft({ ...draft, refunds: [...draft.refunds, { key, currency, amount: "", day: "" }] });
  };
  const wordsOf = (_: string, code: string) => {
    const known = CODES.find((each) => each === code);
    return known && t(`limitErrors.${known}`);
  };
  const rows = draft.refunds.flatMap(({ key }) => [
    [`refund-${key}`, t("refundField")],
    [`day-${key}`, t("dayField")],
  ]);
  return (
    <FormDialog
      action={setLimits}
      read={() => {
        const limits = readLimits(draft);
        return limits.ok ? ok({ userId, ...limits.value }) : limits;
      }}
      onDone={() => {
        onClose();
        notify({ title: t("limitsSaved", { name }), tone: "success" });
      }}
      labels={{ bulk: t("bulkField"), ...Object.fromEntries(rows) }}
      wordsOf={wordsOf}
      isOpen={isOpen}
      onClose={onClose}
      title={t("limitsTitle", { name })}
      description={t("limitsBody")}
      submit={t("saveLimits")}
    >
      <div className="flex flex-col gap-5">
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium text-small">{t("refundLegend")}</legend>
          <div className="flex flex-col items-start gap-2">
            {draft.refunds.length === 0 && <p className="text-muted text-small">{t("noRefundLimit")}</p>}
            {draft.refunds.map(({ key, currency, amount, day }) => (
              <div key={key} className="flex w-full items-end gap-2">
                <Field label={t("currency")} isLabelHidden className="w-20 shrink-0">
                  <Select value={currency} onChange={({ target }) => setRow(key, { currency: target.value })}>
                    {CURRENCIES.map((code) => (
                      <option key={code}>{code}</option>
                    ))}
                  </Select>
                </Field>
                <FormField name={`refund-${key}`} className="min-w-0 max-w-48 flex-1">
                  <Input
                    inputMode="decimal"
                    autoComplete="off"
                    value={amount}
                    onChange={({ target }) => setRow(key, { amount: target.value })}
                  />
                </FormField>
                <FormField name={`day-${key}`} className="min-w-0 max-w-48 flex-1">
                  <Input
                    inputMode="decimal"
                    autoComplete="off"
                    value={day}
                    onChange={({ target }) => setRow(key, { day: target.value })}
                  />
                </FormField>
                <IconButton
                  label={t("removeRefundLimit", { currency })}
                  icon={<Trash2 aria-hidden size={16} />}
                  onClick={() => setDraft({ ...draft, refunds: draft.refunds.filter((row) => row.key !== key) })}
                />
              </div>
            ))}
            {unused.length > 0 && (
              <Button size="sm" icon={<Plus aria-hidden size={15} />} onClick={addRow}>
                {t("addRefundLimit")}
              </Button>
            )}
          </div>
        </fieldset>
        <FormField name="bulk" hint={t("bulkHint")} isOptional className="max-w-xs">
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={draft.bulk}
            onChange={({ target }) => setDraft({ ...draft, bulk: target.value })}
          />
        </FormField>
      </div>
    </FormDialog>
  );
}
