"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/use-action";
import { COUNTRIES } from "@/lib/kernel/countries";
import type { MemberRow } from "@/lib/team/team";
import { setLimits } from "../actions";
import { draftOf, readLimits } from "./limits-draft";

type MemberDialogProps = { member: MemberRow; isOpen: boolean; onClose: () => void };

const CURRENCIES = [...new Set(Object.values(COUNTRIES).map(({ currency }) => currency))].sort();
const CODES = ["bulk_range", "bad_amount", "twice"] as const;

/** The most one refund may be, by currency, and how many returns one act may take; empty is no limit. */
export function LimitsDialog({ member, isOpen, onClose }: MemberDialogProps) {
  const { userId, name } = member;
  const t = useTranslations("team");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const formId = useId();
  const { run, isRunning } = useAction(setLimits);
  const [draft, setDraft] = useState(() => draftOf(member));
  const [fields, setFields] = useState<Record<string, string[]>>({});
  const [problem, setProblem] = useState<string | null>(null);

  const unused = CURRENCIES.filter((currency) => !draft.refunds.some((row) => row.currency === currency));
  const setRow = (key: number, change: { currency?: string; amount?: string }) =>
    setDraft({ ...draft, refunds: draft.refunds.map((row) => (row.key === key ? { ...row, ...change } : row)) });
  const addRow = () => {
    const key = Math.max(0, ...draft.refunds.map((row) => row.key)) + 1;
    const currency = unused.includes("USD") ? "USD" : (unused[0] ?? "USD");
    setDraft({ ...draft, refunds: [...draft.refunds, { key, currency, amount: "" }] });
  };
  const errorOf = (field: string) => {
    const code = CODES.find((known) => known === fields[field]?.[0]);
    return code ? t(`limitErrors.${code}`) : undefined;
  };
  const save = async () => {
    const read = readLimits(draft);
    setFields(read.ok ? {} : read.fields);
    setProblem(null);
    if (!read.ok) return;
    const answer = await run({ userId, ...read.value });
    if (!answer.ok) return setProblem(words(answer.refusal));
    onClose();
    notify({ title: t("limitsSaved", { name }), tone: "success" });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRunning) void save();
  };
  const points = Object.keys(fields).map((field) => ({
    message: `${field === "bulk" ? t("bulkField") : t("refundField")} – ${errorOf(field) ?? ""}`,
    fieldId: formId + field,
  }));
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => !isRunning && onClose()}
      title={t("limitsTitle", { name })}
      description={t("limitsBody")}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {t("saveLimits")}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={problem ? [{ message: problem }, ...points] : points} />
      <div className="flex flex-col gap-5">
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium text-small">{t("refundLegend")}</legend>
          <div className="flex flex-col items-start gap-2">
            {draft.refunds.length === 0 && <p className="text-muted text-small">{t("noRefundLimit")}</p>}
            {draft.refunds.map(({ key, currency, amount }) => (
              <div key={key} className="flex w-full items-start gap-2">
                <Field label={t("currency")} isLabelHidden className="w-24 shrink-0">
                  <Select value={currency} onChange={({ target }) => setRow(key, { currency: target.value })}>
                    {CURRENCIES.map((code) => (
                      <option key={code}>{code}</option>
                    ))}
                  </Select>
                </Field>
                <Field
                  label={t("refundField")}
                  isLabelHidden
                  id={`${formId}refund-${key}`}
                  error={errorOf(`refund-${key}`)}
                  className="max-w-48 flex-1"
                >
                  <Input
                    inputMode="decimal"
                    autoComplete="off"
                    value={amount}
                    onChange={({ target }) => setRow(key, { amount: target.value })}
                  />
                </Field>
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
        <Field
          label={t("bulkField")}
          hint={t("bulkHint")}
          id={`${formId}bulk`}
          error={errorOf("bulk")}
          isOptional
          className="max-w-xs"
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={draft.bulk}
            onChange={({ target }) => setDraft({ ...draft, bulk: target.value })}
          />
        </Field>
      </div>
    </Dialog>
  );
}
