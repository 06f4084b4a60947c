"use client";

import { Check, ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Marketplace } from "@/components/returns/marketplace";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import type { Move } from "@/lib/policy/machines/return/move-names";
import { useDecision } from "./use-decision";

export type HandoverValue = { label: string; text: string };

type HandoverCardProps = {
  returnId: string;
  marketplace: Marketplace;
  mayDecide: boolean;
  move: Move;
  since: Date;
  values: readonly HandoverValue[];
};

/** P-19: what was decided here and still has to be done over there, with the values to take along. */
export function HandoverCard({ returnId, marketplace, mayDecide, move, since, values }: HandoverCardProps) {
  const t = useTranslations("detail.handover");
  const { tick, isRunning } = useDecision(returnId);
  return (
    <section
      aria-label={t("title", { marketplace })}
      className="mb-4 overflow-clip rounded-card border border-tone-warning-icon bg-surface"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 bg-tone-warning px-4 py-2.5 text-tone-warning-fg">
        <ExternalLink aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-tone-warning-icon" />
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold">{t("title", { marketplace })}</h2>
          <p className="text-small">
            {t("body", { marketplace, move })} {t.rich("since", { when: () => <Time at={since} style="ago" /> })}
          </p>
        </div>
        {mayDecide && (
          <Button icon={<Check aria-hidden size={16} />} isLoading={isRunning} onClick={tick}>
            {t("done", { marketplace })}
          </Button>
        )}
      </div>
      <dl className="grid gap-x-6 gap-y-1 px-4 py-2.5 text-small md:grid-cols-2 xl:grid-cols-3">
        {values.map(({ label, text }) => (
          <div key={label} className="min-w-0">
            <dt className="text-subtle">{label}</dt>
            <dd className="flex items-start gap-1">
              <span className="min-w-0 whitespace-pre-wrap break-words" dir="auto">
                {text}
              </span>
              <span className="-my-1.5 print:hidden">
                <CopyButton text={text} what={label} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
