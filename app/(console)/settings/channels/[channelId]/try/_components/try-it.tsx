"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { evaluate } from "@/lib/policy/judging/evaluate";
import type { ChannelFacts } from "@/lib/policy/judging/facts";
import type { ReasonFaults } from "@/lib/policy/judging/fault";
import type { Operation, Terms } from "@/lib/policy/terms/terms";
import { asIfInForce, type BoundTerms } from "@/lib/policy/terms/versions";
import type { PolicyCase } from "@/lib/terms/find-case";
import { Judgement } from "./judgement";
import { MadeUp } from "./made-up";
import { PastReturn } from "./past-return";

export type TryItProps = {
  channel: ChannelFacts & ReasonFaults & { id: string };
  /** In force today. */
  terms: Terms;
  version: number;
  draft: Terms | null;
  operation: Operation;
  /** That a case may be made of, by the name that terms have for them. */
  reasons: readonly string[];
  /** In the channel's zone. */
  today: string;
  /** A return's number to begin with. */
  asked: string | null;
};

type Tried = Pick<PolicyCase, "facts"> & { bound: BoundTerms | null };

/** What the browser judges by the very functions that decide, as soon as the case is there. */
export function TryIt({ channel, terms, version, draft, operation, reasons, today, asked }: TryItProps) {
  const t = useTranslations("tryIt");
  const [which, setWhich] = useState<"past" | "made">(asked === null ? "made" : "past");
  const [tried, setTried] = useState<Tried | null>(null);
  const choose = (next: "past" | "made") => {
    setTried(null);
    setWhich(next);
  };
  const judged = tried && {
    inForce: evaluate(tried.facts, tried.bound ?? asIfInForce(terms), operation),
    draft: draft && evaluate(tried.facts, asIfInForce(draft), operation),
  };
  return (
    <div className="flex flex-col gap-4">
      <Card
        title={t("which")}
        aside={
          <Segmented
            label={t("which")}
            segments={[
              { value: "made", label: t("made") },
              { value: "past", label: t("past") },
            ]}
            value={which}
            onChange={choose}
          />
        }
      >
        {which === "past" ? (
          <PastReturn channelId={channel.id} asked={asked} onFound={setTried} />
        ) : (
          <MadeUp
            channel={channel}
            reasons={reasons}
            today={today}
            onCase={(facts) => setTried(facts && { facts, bound: null })}
          />
        )}
      </Card>
      <div aria-live="polite" className="flex flex-col gap-4">
        {judged && (
          <>
            <Judgement title={t("inForce")} hint={t("inForceHint", { version })} evaluation={judged.inForce} />
            {judged.draft ? (
              <Judgement title={t("draft")} hint={t("draftHint")} evaluation={judged.draft} />
            ) : (
              <p className="text-muted text-small">{t("noDraft")}</p>
            )}
          </>
        )}
      </div>
    </div>
  );
}
