import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { DeadlineList } from "@/components/returns/deadline-list";
import { PolicyCard } from "@/components/returns/policy-card";
import { StatusBadge } from "@/components/returns/status-badge";
import { Timeline } from "@/components/returns/timeline";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { Decision } from "@/lib/policy/machines/return/return-machine";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import { AskedCard } from "../[returnId]/_components/asked-card";
import type { Peek } from "./peek-of";

type PeekBodyProps = { peek: Peek; onMove: ((move: Decision) => void) | null };

/** The parts of the return's own page that a decision needs, in the order in which it needs them. */
export function PeekBody({ peek, onMove }: PeekBodyProps) {
  const { item, order, channel, events, hasMoreEvents, now } = peek;
  const t = useTranslations("detail");
  const words = useTranslations("peek");
  const { marketplace, mode, timeZone } = channel;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StatusBadge
          status={item.status}
          as={statusWord(item.status, marketplace, item.reportedStatus, item.labelFetchedAt !== null)}
        />
        <span className="text-muted text-small">
          <span className="identifier">{order.number}</span> · {channel.name}
        </span>
      </div>
      {onMove && <Actions actions={peek.actions} onMove={onMove} />}
      <Card title={t("deadlines.title")} isFlush>
        <DeadlineList {...{ mode, now }} status={item.status} deadlines={item.deadlines} zone={timeZone} />
      </Card>
      <AskedCard item={{ ...item, order, channel }} hasComment />
      <PolicyCard
        {...{ marketplace, mode, now }}
        evaluation={item.evaluation}
        decisionVersion={item.decisionVersion}
        lines={item.lines.map(({ orderLineId, sku, title, reason, reasonLabels }) => {
          return { orderLineId, name: shownText(sku ?? title ?? t("lines.untitled")), reason, reasonLabels };
        })}
      />
      <Card title={words("history")} isFlush>
        <Timeline
          {...{ marketplace, now, events }}
          bulkActHref={paths.bulkAct}
          more={
            hasMoreEvents && <p className="text-small text-subtle">{words("lastEvents", { count: events.length })}</p>
          }
        />
      </Card>
    </div>
  );
}

type ActionsProps = { actions: Peek["actions"]; onMove: (move: Decision) => void };

/** The server's own list, the first of it as the way on: what is refused says why. */
function Actions({ actions, onMove }: ActionsProps) {
  const t = useTranslations("returns.actions");
  const refusalWords = useRefusalWords();
  if (actions.every(({ refusal }) => refusal?.code === "wrong_status")) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {actions.map(({ move, refusal }, index) => {
        if (refusal)
          return (
            index > 0 && (
              <p key={move} className="min-w-0 flex-1 text-muted text-small">
                {refusalWords(refusal)}
              </p>
            )
          );
        return (
          <Button key={move} variant={index === 0 ? "primary" : "secondary"} onClick={() => onMove(move)}>
            {t(move)}
          </Button>
        );
      })}
    </div>
  );
}
