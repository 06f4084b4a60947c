"use client";

import { useNow, useTranslations } from "next-intl";
import { PolicyTable } from "@/components/returns/policy-table";
import { useSpeaker } from "@/components/returns/reason-name";
import { ExemptBadge, VerdictBadge } from "@/components/returns/verdict-badge";
import { VerdictSentence } from "@/components/returns/verdict-sentence";
import { Card } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import type { Evaluation } from "@/lib/policy/judging/evaluation";

type JudgementProps = { title: string; hint: string; evaluation: Evaluation };

/** One verdict, rule by rule, with what follows from it. */
export function Judgement({ title, hint, evaluation }: JudgementProps) {
  const t = useTranslations("tryIt");
  const words = useTranslations("policy");
  const now = useNow();
  const marketplace = useSpeaker();
  const { verdict, isExempt, lines, automation, label, keepItem } = evaluation;
  const { orderAgeDays, withinDays } = automation;
  const names = lines.map(({ lineId }, index) => [lineId, t("lineName", { number: index + 1 })] as const);
  return (
    <Card
      title={title}
      badge={
        <>
          <VerdictBadge verdict={verdict} />
          {isExempt && <ExemptBadge />}
        </>
      }
      isFlush
    >
      <div className="px-4 py-3">
        <p className="text-muted text-small">{hint}</p>
        <p className="mt-1 text-long">
          <strong className="font-semibold">
            <VerdictSentence evaluation={evaluation} now={now} />
          </strong>
        </p>
      </div>
      <PolicyTable lines={lines} names={Object.fromEntries(names)} now={now} />
      <div className="border-line border-t px-4 py-3 text-small">
        <KeyValues
          items={[
            {
              key: "automation",
              label: t("automation"),
              value:
                words(`automationAnswer.${automation.answer}`) +
                t("stop") +
                words(`automation.${automation.because}`, { orderAgeDays, withinDays: withinDays ?? 0 }),
            },
            {
              key: "label",
              label: t("label"),
              value: `${words(`labels.${label.kind}`)} · ${words(`paidBy.${label.paidBy}`, { marketplace })}`,
            },
            ...(keepItem
              ? [
                  {
                    key: "keep",
                    label: t("keep"),
                    value: t(`keepBecause.${keepItem.because}`, {
                      name: keepItem.name ?? "",
                      resolution: keepItem.resolution,
                    }),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Card>
  );
}
