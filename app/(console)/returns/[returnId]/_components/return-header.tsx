import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConsequenceWords, DeadlineBadge } from "@/components/returns/deadline-badge";
import { HandoverBadge } from "@/components/returns/handover-badge";
import { StatusBadge } from "@/components/returns/status-badge";
import { DiffersMark, ExemptBadge, VerdictBadge } from "@/components/returns/verdict-badge";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import { REACH } from "@/lib/policy/reach";
import { AlsoHere } from "../../_presence/also-here";
import { ChangedSince } from "../../_presence/changed-since";
import { QueueBar } from "../_queue/queue-bar";
import type { ActionView } from "../action-views";
import type { FoundReturn } from "../read-return";
import { ReturnActions } from "./return-actions";
import { ReturnNumbers } from "./return-numbers";

type ReturnHeaderProps = {
  found: FoundReturn;
  actions: readonly ActionView[];
  back: { href: string; label: string };
  /** The dialog that a link in a mail asks for (S1-17). */
  opensWith: string | null;
};

/** Which return this is, how it stands, what is due next, and what can be done about it. */
export function ReturnHeader({ found, actions, back, opensWith }: ReturnHeaderProps) {
  const { item, openHandover, lastMove, lastEventId, undoSeconds, now } = found;
  const t = useTranslations("detail");
  const { evaluation, channel, deadlines, status } = item;
  const number = `R-${item.number}`;
  const next = deadlines.find(({ state }) => state === "open");
  return (
    <>
      <div className="relative">
        <PageHeader
          back={back}
          beside={<QueueBar />}
          title={<span className="identifier text-[1.1875rem]">{number}</span>}
          badges={
            <>
              <CopyButton text={number} what={t("copyNumber", { number })} />
              <StatusBadge
                status={status}
                word={item.reportedStatus}
                as={statusWord(status, channel.marketplace, item.reportedStatus)}
              />
              <VerdictBadge verdict={evaluation.verdict} />
              {evaluation.isExempt && <ExemptBadge />}
              {evaluation.differs && <DiffersMark ours={evaluation.ours} />}
              {openHandover && <HandoverBadge marketplace={channel.marketplace} move={openHandover} />}
              {item.isDemo && <Badge tone="info">{t("head.demo")}</Badge>}
              {item.isDisputed && (
                <Badge tone="dispute" icon={Scale}>
                  {t("head.disputed")}
                </Badge>
              )}
            </>
          }
          summary={
            <>
              <ReturnNumbers item={item} now={now} />
              {next && (
                <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium text-fg">{t(`deadlines.kind.${next.kind}`)}</span>
                  <DeadlineBadge dueAt={next.dueAt} isApproximate={next.isApproximate} party={next.party} />
                  <ConsequenceWords consequence={next.consequence} mode={channel.mode} />
                </p>
              )}
            </>
          }
          actions={
            <ReturnActions
              returnId={item.id}
              number={number}
              marketplace={channel.marketplace}
              mustBeTold={REACH[channel.mode].mustBeTold}
              lastMove={lastMove}
              lastEventId={lastEventId}
              undoSeconds={undoSeconds}
              actions={actions}
              opensWith={opensWith}
            />
          }
        />
        <AlsoHere returnId={item.id} />
      </div>
      <ChangedSince returnId={item.id} lastMoveId={lastEventId} />
    </>
  );
}
