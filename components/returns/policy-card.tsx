import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { labelsOfDay } from "@/lib/policy/judging/reason-names";
import { type ChannelMode, REACH } from "@/lib/policy/reach";
import type { Marketplace } from "./marketplace";
import { PolicyTable } from "./policy-table";
import { InWordsOf } from "./reason-name";
import { ExemptBadge, VerdictBadge } from "./verdict-badge";
import { VerdictSentence } from "./verdict-sentence";

type PolicyCardProps = {
  evaluation: Evaluation;
  /** The version whose operation decided; null before a decision. */
  decisionVersion: number | null;
  needsDecision: boolean;
  lines: readonly { orderLineId: string; name: string; reason: string; reasonLabels: ReasonLabels | null }[];
  marketplace: Marketplace;
  mode: ChannelMode;
  now: Date;
};

/** Why the verdict is what it is: the sentence, every rule, the report's word beside ours, the versions, automation. */
export function PolicyCard(props: PolicyCardProps) {
  const { evaluation, decisionVersion, needsDecision, lines: asked, marketplace, mode, now } = props;
  const t = useTranslations("detail.policy");
  const words = useTranslations("policy");
  const { policy, automation, ours, reported, differs, verdict, isExempt, lines } = evaluation;
  const versions = {
    same: String(policy.orderVersion === policy.requestVersion),
    order: policy.orderVersion,
    request: policy.requestVersion,
  };
  const { orderAgeDays, withinDays } = automation;
  return (
    <Card
      id="policy"
      title={t("title")}
      badge={
        <>
          <VerdictBadge verdict={verdict} />
          {isExempt && <ExemptBadge />}
        </>
      }
      aside={t("aside", versions)}
      isFlush
    >
      <div className="px-4 py-3">
        <p className="text-long">
          <strong className="font-semibold">
            <InWordsOf marketplace={marketplace}>
              <VerdictSentence evaluation={evaluation} lines={asked} now={now} />
            </InWordsOf>
          </strong>
          {t("stop")}
          {needsDecision && t("needsDecision")}
        </p>
        {REACH[mode].confirmsBy && (
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-small">
            {t("beside", { marketplace, reported: String(reported), ours })}
            {differs && <Badge tone="attention">{t("differs")}</Badge>}
          </p>
        )}
      </div>
      <InWordsOf marketplace={marketplace}>
        <PolicyTable
          lines={lines}
          names={Object.fromEntries(asked.map(({ orderLineId, name }) => [orderLineId, name]))}
          labels={labelsOfDay(asked)}
          now={now}
        />
      </InWordsOf>
      <dl className="flex flex-col gap-1 border-line border-t px-4 py-3 text-small">
        <Fact label={t("automation.title")}>
          {words(`automationAnswer.${automation.answer}`)}
          {t("stop")}
          {words(`automation.${automation.because}`, { orderAgeDays, withinDays: withinDays ?? 0 })}
        </Fact>
        <Fact label={t("terms")}>
          {t("compared", versions)} {decisionVersion !== null && t("decidedUnder", { version: decisionVersion })}
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="min-w-24 text-subtle">{label}</dt>
      <dd className="min-w-0 flex-1 basis-60 text-muted">{children}</dd>
    </div>
  );
}
