"use client";

import { CircleCheck, CircleHelp, CircleX, Info, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/tone";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import type { LineEvaluation } from "@/lib/policy/judging/evaluation";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { reasonWords } from "@/lib/policy/judging/reason-words";
import type { Reason } from "@/lib/policy/judging/rules";
import { useReasonName, useSpeaker } from "./reason-name";
import { type JudgedRule, saidOf } from "./rules-of";

export const RULE_LOOK: Record<Reason["outcome"], { tone: Tone; icon: LucideIcon }> = {
  pass: { tone: "success", icon: CircleCheck },
  fail: { tone: "warning", icon: CircleX },
  info: { tone: "neutral", icon: Info },
  unknown: { tone: "neutral", icon: CircleHelp },
};

/** How the rules of a judgement are told. */
export type RuleTelling = {
  lines: readonly LineEvaluation[];
  /** What a line is called, where not all lines agree. */
  names: Readonly<Record<string, string>>;
  /** What the seller called a reason on its day, by the name that rules have for it. */
  labels?: Readonly<Record<string, ReasonLabels | null>>;
  now: Date;
};

/** What a rule is called, expects, found and leads to, and which lines it is about where it is not about all. */
export function useRuleWords({ lines, names, labels = {}, now }: RuleTelling) {
  const t = useTranslations("detail.rules");
  // Each group by itself: a page is sent what it names.
  const rules = useTranslations("policy.rules");
  const effects = useTranslations("policy.effects");
  const locale = useLocale();
  const marketplace = useSpeaker();
  const nameOfReason = useReasonName();
  const nameOf = (lineId: string) => names[lineId] ?? lineId;
  const reasonName = (reason: string) => nameOfReason(reason, labels[reason]);
  const day = (date: string) => formatPlainDate(date, { locale, now });
  const money = (amountMinor: number, currency: string) => formatMoney({ amountMinor, currency }, locale);
  return ({ rule, effect, lineIds, answers }: JudgedRule) => {
    const say = (part: "expected" | "actual") =>
      saidOf(
        answers,
        (reason) => rules(`${rule}.${part}`, reasonWords(reason, { day, reasonName, money, marketplace })),
        nameOf,
      );
    return {
      name: rules(`${rule}.name`),
      onlyFor: lineIds.length < lines.length ? t("onlyFor", { items: lineIds.map(nameOf).join(t("join")) }) : null,
      expected: say("expected"),
      actual: say("actual"),
      effect: effects(`${effect}`, { marketplace }),
    };
  };
}

/** The words of a rule; where they differ between lines, each with the lines it is about. */
export function RuleSaid({ said }: { said: ReturnType<typeof saidOf> }) {
  const t = useTranslations("detail.rules");
  return said.map(({ text, names }) => (
    <span key={text} className="block">
      {text}
      {said.length > 1 && !names.includes(text) && (
        <span className="ms-1 font-normal text-small text-subtle">{t("about", { items: names.join(t("join")) })}</span>
      )}
    </span>
  ));
}
