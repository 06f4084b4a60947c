"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Marketplace } from "@/components/returns/marketplace";
import { StatusBadge } from "@/components/returns/status-badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import type { Status } from "@/lib/policy/machines/return/statuses";
import { useDecision } from "./use-decision";

type ConflictBannerProps = {
  returnId: string;
  marketplace: Marketplace;
  mayDecide: boolean;
  ours: Status;
  theirs: Status;
  /** The word of the report itself. */
  said: string | null;
};

/** P-24: report and decision contradict each other, and a person says which of the two counts. */
export function ConflictBanner({ returnId, marketplace, mayDecide, ours, theirs, said }: ConflictBannerProps) {
  const t = useTranslations("detail.conflict");
  const id = useId();
  const { adopt, keep, isRunning } = useDecision(returnId);
  return (
    <Banner tone="critical" title={t("title", { marketplace })} className="mb-4">
      <p className="mt-0.5">
        {t.rich("body", {
          marketplace,
          here: () => <StatusBadge status={ours} as={statusWord(ours, marketplace, null)} />,
          there: () => <StatusBadge status={theirs} as={statusWord(theirs, marketplace, said)} />,
        })}
      </p>
      {mayDecide && (
        <ul className="mt-2.5 flex flex-wrap gap-x-6 gap-y-2.5">
          <li className="min-w-0 flex-1 basis-64">
            <Button isLoading={isRunning} onClick={adopt} aria-describedby={`${id}-take`}>
              {t("take", { marketplace })}
            </Button>
            <p id={`${id}-take`} className="mt-1 text-small">
              {t("takeNote", { marketplace })}
            </p>
          </li>
          <li className="min-w-0 flex-1 basis-64">
            <Button isLoading={isRunning} onClick={keep} aria-describedby={`${id}-keep`}>
              {t("keep")}
            </Button>
            <p id={`${id}-keep`} className="mt-1 text-small">
              {t("keepNote", { marketplace })}
            </p>
          </li>
        </ul>
      )}
    </Banner>
  );
}
