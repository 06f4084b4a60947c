"use client";

import { useTranslations } from "next-intl";
import type { Marketplace } from "@/components/returns/marketplace";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import type { HandoverDone } from "../read-handovers";
import { useUntick } from "./use-untick";

type DoneCardProps = { done: readonly HandoverDone[]; marketplace: Marketplace; mayDecide: boolean };

/** What was done last and who saw it: a person who ticked it, or a report. A slip is taken back here. */
export function DoneCard({ done, marketplace, mayDecide }: DoneCardProps) {
  const t = useTranslations("handover.done");
  const { untick, isRunning } = useUntick();
  return (
    <Card title={t("title")} isFlush>
      <ul className="divide-y divide-line">
        {done.map(({ returnId, name, orderNumber, move, doneAt, doneBy, isAdopted, actorName, canReopen }) => (
          <li key={`${returnId}-${doneAt.getTime()}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <p className="min-w-0 flex-1 basis-72 text-small">
              <span className="identifier">{orderNumber}</span> ·{" "}
              <Link href={paths.returnDetail(returnId)} className="prose-link">
                {name}
              </Link>{" "}
              <span className="text-muted">
                {t.rich("how", {
                  marketplace,
                  move,
                  how: isAdopted ? "adopted" : doneBy,
                  hasName: String(actorName !== null),
                  name: actorName ?? "",
                  when: () => <Time at={doneAt} style="ago" />,
                })}
              </span>
            </p>
            {mayDecide && canReopen && (
              <Button
                size="sm"
                isDisabled={isRunning}
                aria-label={t("untickNamed", { name })}
                onClick={() => untick([returnId])}
              >
                {t("untick")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
