import { ShieldAlert, ShieldCheck, ShieldX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { TONE_ICON, type Tone } from "@/components/ui/tone";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { labelsOfDay } from "@/lib/policy/judging/reason-names";
import type { Verdict } from "@/lib/policy/judging/verdict";
import { type ChannelMode, REACH } from "@/lib/policy/reach";
import type { Marketplace } from "./marketplace";
import { InWordsOf } from "./reason-name";
import { FoldedRules } from "./rule-table";
import { ExemptBadge } from "./verdict-badge";
import { VerdictSentence } from "./verdict-sentence";

const LOOK: Record<Verdict, { tone: Tone; icon: typeof ShieldCheck }> = {
  in_policy: { tone: "success", icon: ShieldCheck },
  out_of_policy: { tone: "warning", icon: ShieldAlert },
  not_returnable: { tone: "critical", icon: ShieldX },
};

type PolicyCardProps = {
  /** What is to be done, before why. */
  todo?: ReactNode;
  /** What follows the verdict: whose decision it is, and what happens without one. */
  after?: ReactNode;
  /** Under the sentence: what can still be taken back. */
  undo?: ReactNode;
  evaluation: Evaluation;
  /** The version whose operation decided; null before a decision. */
  decisionVersion: number | null;
  lines: readonly { orderLineId: string; name: string; reason: string; reasonLabels: ReasonLabels | null }[];
  marketplace: Marketplace;
  mode: ChannelMode;
  now: Date;
};

/** What to do and why: the sentence, the rules that were not met, and folded the others with versions and automation. */
export function PolicyCard(props: PolicyCardProps) {
  const { todo, after, undo, evaluation, decisionVersion, lines: asked, marketplace, mode, now } = props;
  const t = useTranslations("detail.policy");
  const words = useTranslations("policy");
  const verdicts = useTranslations("status.verdict");
  const headingId = useId();
  const { policy, automation, ours, reported, differs, verdict, isExempt, lines } = evaluation;
  const versions = {
    same: String(policy.orderVersion === policy.requestVersion),
    order: policy.orderVersion,
    request: policy.requestVersion,
  };
  const { orderAgeDays, withinDays } = automation;
  const { tone, icon: Icon } = LOOK[verdict];
  return (
    <section
      id="policy"
      aria-labelledby={headingId}
      className="overflow-clip rounded-card border border-line bg-surface"
    >
      <h2 id={headingId} className="sr-only">
        {t("title")}
      </h2>
      <div className="flex items-start gap-2.5 px-4 py-3">
        <Icon aria-hidden size={18} strokeWidth={1.9} className={`mt-0.75 shrink-0 ${TONE_ICON[tone]}`} />
        <div className="min-w-0">
          <p className="text-long">
            {todo && <strong className="font-semibold">{todo}</strong>}
            {todo && " "}
            {todo ? verdicts(verdict) : <strong className="font-semibold">{verdicts(verdict)}</strong>}
            {t("stop")}
            <InWordsOf marketplace={marketplace}>
              <VerdictSentence evaluation={evaluation} lines={asked} now={now} />
            </InWordsOf>
            {t("stop")}
            {after}
            {isExempt && (
              <>
                {" "}
                <ExemptBadge />
              </>
            )}
          </p>
          {undo && <div className="mt-1.5 print:hidden">{undo}</div>}
          {REACH[mode].confirmsBy && differs && (
            <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-small">
              {t("beside", { marketplace, reported: String(reported), ours })}
              <Badge tone="attention">{t("differs")}</Badge>
            </p>
          )}
        </div>
      </div>
      <InWordsOf marketplace={marketplace}>
        <FoldedRules
          lines={lines}
          names={Object.fromEntries(asked.map(({ orderLineId, name }) => [orderLineId, name]))}
          labels={labelsOfDay(asked)}
          now={now}
          terms={t("aside", versions)}
        >
          <dl className="flex flex-col gap-1 border-line border-t px-4 py-2.5">
            <Fact label={t("automation.title")}>
              {words(`automationAnswer.${automation.answer}`)}
              {t("stop")}
              {words(`automation.${automation.because}`, { orderAgeDays, withinDays: withinDays ?? 0 })}
            </Fact>
            <Fact label={t("terms")}>
              {t("compared", versions)} {decisionVersion !== null && t("decidedUnder", { version: decisionVersion })}
            </Fact>
            {REACH[mode].confirmsBy && !differs && (
              <Fact label={t("report")}>{t("beside", { marketplace, reported: String(reported), ours })}</Fact>
            )}
          </dl>
        </FoldedRules>
      </InWordsOf>
    </section>
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
