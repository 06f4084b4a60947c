"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import { tellingReason } from "@/lib/policy/judging/headline";
import { labelsOfDay } from "@/lib/policy/judging/reason-names";
import { reasonWords } from "@/lib/policy/judging/reason-words";
import { useReasonName, useSpeaker } from "./reason-name";

type VerdictSentenceProps = {
  evaluation: Evaluation;
  /** The lines that were asked for, with what their reasons were called on their day. */
  lines?: Parameters<typeof labelsOfDay>[0];
  now: Date;
};

/** The verdict as one sentence, out of the reason that made it. */
export function VerdictSentence({ evaluation, lines = [], now }: VerdictSentenceProps) {
  const rules = useTranslations("policy.rules");
  const locale = useLocale();
  const marketplace = useSpeaker();
  const nameOf = useReasonName();
  const reasonName = (name: string) => nameOf(name, labelsOfDay(lines)[name]);
  const reason = tellingReason(evaluation);
  if (!reason) return null;
  const day = (date: string) => formatPlainDate(date, { locale, now });
  const money = (amountMinor: number, currency: string) => formatMoney({ amountMinor, currency }, locale);
  return rules(`${reason.rule}.summary`, reasonWords(reason, { day, reasonName, money, marketplace }));
}
