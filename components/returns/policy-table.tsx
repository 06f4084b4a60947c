"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TONE_ICON, TONE_TEXT } from "@/components/ui/tone";
import { rulesOf } from "./rules-of";
import { RULE_LOOK, RuleSaid, type RuleTelling, useRuleWords } from "./use-rule-words";

const COLUMNS = [
  ["outcome", ""],
  ["rule", "w-[17%]"],
  ["expected", "w-[30%]"],
  ["actual", "w-[26%]"],
  ["effect", "w-[17%]"],
] as const;

/** A judgement rule by rule: what was expected, what was found, what follows. On a phone each rule is a block. */
export function PolicyTable(telling: RuleTelling) {
  const t = useTranslations("detail.rules");
  const policy = useTranslations("policy");
  const wordsOf = useRuleWords(telling);
  // Beside a list it is as narrow as on a phone.
  return (
    <div className="@container">
      <table className="w-full border-line border-t @max-lg:block">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="bg-sunken text-left text-micro text-subtle @max-lg:sr-only">
          <tr>
            {COLUMNS.map(([column, width]) => (
              <th
                key={column}
                scope="col"
                className={`whitespace-nowrap border-line border-b px-2 py-1.5 font-medium first:ps-4 last:pe-4 ${width}`}
              >
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-lg:block">
          {rulesOf(telling.lines).map((judged) => {
            const { rule, outcome, effect } = judged;
            const { tone, icon: Icon } = RULE_LOOK[outcome];
            const words = wordsOf(judged);
            return (
              <tr
                key={`${rule} ${outcome} ${effect}`}
                className="border-line border-b align-top last:border-0 @max-lg:grid @max-lg:grid-cols-[4.5rem_1fr_auto] @max-lg:gap-x-3 @max-lg:gap-y-0.5 @max-lg:px-4 @max-lg:py-2.5"
              >
                <td className="whitespace-nowrap py-2 ps-4 pe-2 @max-lg:order-2 @max-lg:p-0">
                  <span className={`inline-flex items-center gap-1 font-medium ${TONE_TEXT[tone]}`}>
                    <Icon aria-hidden size={15} strokeWidth={1.9} className={TONE_ICON[tone]} />
                    {policy(`outcomes.${outcome}`)}
                  </span>
                </td>
                <th
                  scope="row"
                  className="px-2 py-2 text-start font-medium @max-lg:order-1 @max-lg:col-span-2 @max-lg:p-0"
                >
                  {words.name}
                  {words.onlyFor && <span className="block font-normal text-small text-subtle">{words.onlyFor}</span>}
                </th>
                <Cell label={t("columns.expected")} className="text-muted">
                  <RuleSaid said={words.expected} />
                </Cell>
                <Cell
                  label={t("columns.actual")}
                  className={outcome === "info" ? "" : `font-medium ${TONE_TEXT[tone]}`}
                >
                  <RuleSaid said={words.actual} />
                </Cell>
                <Cell label={t("columns.effect")} className={effect === "none" ? "text-muted" : ""}>
                  {words.effect}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <td className="px-2 py-2 last:pe-4 @max-lg:order-3 @max-lg:col-span-3 @max-lg:grid @max-lg:grid-cols-subgrid @max-lg:p-0!">
      <span className="text-small text-subtle @lg:hidden">{label}</span>
      <span className={`block min-w-0 break-words @max-lg:col-span-2 ${className}`}>{children}</span>
    </td>
  );
}
