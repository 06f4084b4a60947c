"use client";

import { ChevronRight, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_TEXT } from "@/components/ui/tone";
import { type JudgedRule, rulesOf, standsOut } from "./rules-of";
import { RULE_LOOK, RuleSaid, type RuleTelling, useRuleWords } from "./use-rule-words";

type FoldedRulesProps = RuleTelling & { terms: string; children: ReactNode };

/** The rules that somebody has to look at, each in a row; those that were met stay folded behind their number. */
export function FoldedRules({ terms, children, ...telling }: FoldedRulesProps) {
  const t = useTranslations("detail.rules");
  const policy = useTranslations("policy.rules");
  const rules = rulesOf(telling.lines);
  const folded = rules.filter((rule) => !standsOut(rule));
  const passed = folded.filter(({ outcome }) => outcome === "pass").length;
  const names = [...new Set(folded.map(({ rule }) => policy(`${rule}.name`)))].join(t("join"));
  return (
    <div className="@container text-small">
      <RuleTable caption={t("standing")} rules={rules.filter(standsOut)} telling={telling} />
      <details className="group border-line border-t">
        <summary className="-outline-offset-2 flex min-h-9 cursor-pointer list-none items-center gap-1.5 px-4 py-1 text-muted hover:bg-sunken pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          <CircleCheck aria-hidden size={15} strokeWidth={1.9} className="shrink-0 text-tone-success-icon" />
          <span className="shrink-0">{t("passed", { count: passed })}</span>
          <span className="min-w-0 truncate text-subtle max-md:hidden">· {names}</span>
          <span className="ms-auto shrink-0 text-subtle">{terms}</span>
          <ChevronRight aria-hidden size={15} className="shrink-0 transition-transform group-open:rotate-90" />
        </summary>
        <RuleTable caption={t("folded")} rules={folded} telling={telling} />
        {children}
      </details>
    </div>
  );
}

type RuleTableProps = { caption: string; rules: readonly JudgedRule[]; telling: RuleTelling };

function RuleTable({ caption, rules, telling }: RuleTableProps) {
  const t = useTranslations("detail.rules");
  const outcomes = useTranslations("policy.outcomes");
  const wordsOf = useRuleWords(telling);
  if (rules.length === 0) return null;
  return (
    <table className="w-full @max-lg:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          {(["rule", "expected", "actual", "effect"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="@max-lg:block">
        {rules.map((judged) => {
          const { rule, outcome, effect } = judged;
          const { tone, icon: Icon } = RULE_LOOK[outcome];
          const words = wordsOf(judged);
          return (
            <tr
              key={`${rule} ${outcome} ${effect}`}
              className="border-line border-t align-top @max-lg:grid @max-lg:grid-cols-[1fr_auto] @max-lg:gap-x-3 @max-lg:gap-y-0.5 @max-lg:px-4 @max-lg:py-2"
            >
              <th
                scope="row"
                className="py-2 ps-4 pe-2 text-start font-medium @lg:whitespace-nowrap @max-lg:order-1 @max-lg:p-0"
              >
                <span className={`inline-flex items-start gap-1 ${TONE_TEXT[tone]}`}>
                  <Icon aria-hidden size={15} strokeWidth={1.9} className={`mt-px shrink-0 ${TONE_ICON[tone]}`} />
                  {words.name}
                  {effect !== "none" && <span className="sr-only"> {outcomes(outcome)}</span>}
                </span>
                {words.onlyFor && <span className="block font-normal text-micro text-subtle">{words.onlyFor}</span>}
              </th>
              <Cell label={t("short.expected")} className="@max-lg:order-3">
                <RuleSaid said={words.expected} />
              </Cell>
              <Cell label={t("short.actual")} className="@max-lg:order-4">
                <RuleSaid said={words.actual} />
              </Cell>
              <td className="py-2 ps-2 pe-4 text-end tabular-nums @lg:whitespace-nowrap @max-lg:order-2 @max-lg:p-0">
                {effect === "none" ? <span className="text-subtle">{outcomes(outcome)}</span> : words.effect}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <td className={`px-2 py-2 @max-lg:col-span-2 @max-lg:p-0 ${className}`}>
      <span className="flex gap-1.5">
        <span aria-hidden className="shrink-0 text-subtle">
          {label}
        </span>
        <span className="min-w-0 break-words">{children}</span>
      </span>
    </td>
  );
}
