"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { RuleOrder } from "@/components/channels/rule-order";
import { Input } from "@/components/ui/input";
import { ruleIn, type TypedRule } from "@/lib/policy/terms/returnless-rows";
import { ReasonChecks } from "./reason-checks";
import { TermsField } from "./terms-field";
import { useTermsWords } from "./use-terms-words";

type ReturnlessRuleProps = {
  row: TypedRule;
  index: number;
  count: number;
  currency: string;
  reasons: readonly string[];
  /** An earlier rule that leaves this one nothing to match. */
  coveredBy: { place: number; name: string } | null;
  onChange: (change: Partial<TypedRule>) => void;
  onMove: (way: -1 | 1) => void;
  onRemove: () => void;
};

/** One rule: its sentence, its fields, and its place among the others. */
export function ReturnlessRule(props: ReturnlessRuleProps) {
  const { row, index, count, currency, reasons, coveredBy, onChange, onMove, onRemove } = props;
  const t = useTranslations("terms.returnless");
  const { ruleSentence } = useTermsWords(currency);
  const at = `returnless.rules.${index}`;
  const named = { name: row.name || "–" };
  const chosen = row.reasons.length;
  return (
    <li className="rounded-control border border-line p-3">
      <div className="flex items-start gap-1">
        <p className="min-w-0 flex-1 break-words pt-1.5">
          <span className="font-semibold tabular-nums">{index + 1}.</span> {ruleSentence(ruleIn(row, { currency }))}
        </p>
        <RuleOrder
          index={index}
          count={count}
          labels={{ up: t("up", named), down: t("down", named), remove: t("remove", named) }}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      {coveredBy && (
        <p className="mt-1 flex items-start gap-1.5 text-small">
          <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0 text-warning" />
          {t("covered", coveredBy)}
        </p>
      )}
      <div className="mt-3 grid gap-3 md:grid-cols-2">
        <TermsField path={`${at}.name`} label={t("name")}>
          <Input value={row.name} maxLength={200} onChange={(event) => onChange({ name: event.target.value })} />
        </TermsField>
        <div className="grid grid-cols-2 gap-2">
          <TermsField path={`${at}.minMinor`} label={t("min", { currency })}>
            <Input
              inputMode="decimal"
              value={row.min}
              placeholder={t("open")}
              onChange={(event) => onChange({ min: event.target.value })}
            />
          </TermsField>
          <TermsField path={`${at}.maxMinor`} label={t("max", { currency })}>
            <Input
              inputMode="decimal"
              value={row.max}
              placeholder={t("open")}
              onChange={(event) => onChange({ max: event.target.value })}
            />
          </TermsField>
        </div>
        <TermsField path={`${at}.categories`} within={`${at}.categories.`} label={t("categories")}>
          <Input
            value={row.categories}
            placeholder={t("anyCategory")}
            onChange={(event) => onChange({ categories: event.target.value })}
          />
        </TermsField>
        <div className="md:col-span-2">
          <ReasonChecks
            legend={t("reasons")}
            summary={chosen === 0 ? t("anyReason") : t("someReasons", { count: chosen })}
            reasons={reasons}
            chosen={row.reasons}
            onChange={(to) => onChange({ reasons: to })}
          />
        </div>
      </div>
    </li>
  );
}
