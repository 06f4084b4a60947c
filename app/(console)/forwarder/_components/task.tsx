"use client";

import { MessageSquare } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DeadlineBadge } from "@/components/returns/deadline-badge";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { useNow } from "@/components/ui/now";
import { Time } from "@/components/ui/time";
import type { ForwarderTab, OutboundTask } from "@/lib/forwarder/forwarder";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import { answersOpenTo, type ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import { REACH } from "@/lib/policy/reach";
import { AnswerButtons } from "../../_forwarder/answer-buttons";

type TaskProps = {
  task: OutboundTask;
  tab: ForwarderTab;
  /** Null where the person only reads. */
  selection: { isSelected: boolean; toggle: () => void } | null;
  onAnswer: ((answer: ForwarderAnswer) => void) | null;
};

/** One parcel: which order, what is in it, since when the buyer wants it back, and what can be said of it. */
export function Task({ task, tab, selection, onAnswer }: TaskProps) {
  const t = useTranslations("forwarder.task");
  const locale = useLocale();
  const now = useNow();
  const { id, number, orderNumber, itemName, lineCount, channel, deadline, requestedAt } = task;
  const day = (date: string | null) => (date === null ? t("unknown") : formatPlainDate(date, { locale, now }));
  const name = `R-${number}`;
  return (
    <li
      data-selected={selection?.isSelected || undefined}
      className="flex items-start gap-2.5 px-3 py-3 transition-colors duration-150 data-selected:bg-selected"
    >
      {selection && (
        <Checkbox
          className="mt-px"
          aria-label={t("select", { orderNumber })}
          checked={selection.isSelected}
          onChange={selection.toggle}
        />
      )}
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-1">
            <span className="identifier break-all font-semibold">{orderNumber}</span>
            <span className="-my-2 print:hidden">
              <CopyButton text={orderNumber} what={t("order", { orderNumber })} />
            </span>
            <span className="text-muted text-small">· {channel.name}</span>
          </p>
          <p className="truncate" dir="auto">
            {shownText(itemName ?? t("untitled"))}
            {lineCount > 1 && <span className="text-muted"> {t("more", { count: lineCount - 1 })}</span>}
          </p>
          <p className="text-muted text-small">
            <Link href={paths.returnDetail(id)} className="prose-link">
              {name}
            </Link>{" "}
            · {t("ordered", { day: day(task.orderedOn) })} · {t("shipped", { day: day(task.shippedOn) })} ·{" "}
            {requestedAt
              ? t.rich("asked", { when: () => <Time at={requestedAt} style="ago" /> })
              : t("askedOn", { day: day(task.requestedOn) })}
            {task.valueMinor !== null && (
              <> · {formatMoney({ amountMinor: task.valueMinor, currency: task.currency }, locale)}</>
            )}
          </p>
          {tab === "on_its_way" && (
            <p className="mt-1">
              <Badge
                tone={!REACH[channel.mode].carriesOut ? "neutral" : task.hasWritten ? "success" : "warning"}
                icon={MessageSquare}
              >
                {t(!REACH[channel.mode].carriesOut ? "writeThere" : task.hasWritten ? "written" : "notWritten")}
              </Badge>
            </p>
          )}
        </div>
        <div className="flex min-w-0 flex-col items-start gap-2 lg:items-end">
          {deadline && (
            <DeadlineBadge dueAt={deadline.dueAt} isApproximate={deadline.isApproximate} party={deadline.party} />
          )}
          <div className="flex flex-wrap gap-2">
            {onAnswer && tab === "on_its_way" && (
              <LinkButton
                href={`${paths.returnDetail(id)}?dialog=message`}
                size="sm"
                variant={task.hasWritten ? "secondary" : "primary"}
                icon={<MessageSquare aria-hidden size={15} />}
                aria-label={t("writeNamed", { name })}
              >
                {t("write")}
              </LinkButton>
            )}
            {onAnswer && (
              <AnswerButtons
                answers={answersOpenTo(tab === "ask" ? "not_handed_over" : "on_its_way")}
                orderNumber={orderNumber}
                onAnswer={onAnswer}
              />
            )}
          </div>
        </div>
      </div>
    </li>
  );
}
