import { CircleCheck, CircleSlash, Hourglass, type LucideIcon, TimerOff } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { formatDateTimeZone, formatTwoZones } from "@/lib/i18n/format";
import type { DeadlineState } from "@/lib/policy/clocks/deadlines";
import { isRunOut } from "@/lib/policy/machines/return/kinds-of-status";
import type { ChannelMode } from "@/lib/policy/reach";
import type { DetailDeadline } from "@/lib/returns/return-detail";
import { DeadlineBadge } from "./deadline-badge";
import type { Marketplace } from "./marketplace";

const LOOK: Record<Exclude<DeadlineState, "open">, { tone: Tone; icon: LucideIcon }> = {
  met: { tone: "success", icon: CircleCheck },
  late: { tone: "attention", icon: TimerOff },
  fired: { tone: "neutral", icon: Hourglass },
  cancelled: { tone: "neutral", icon: CircleSlash },
  missed_before_import: { tone: "neutral", icon: TimerOff },
};

type DeadlineListProps = {
  deadlines: readonly DetailDeadline[];
  marketplace: Marketplace;
  mode: ChannelMode;
  /** The marketplace's own zone, shown beside the reader's. */
  zone: string;
  now: Date;
};

/** Every clock of a return: what is due, when, whose turn it is, and what follows; the closed ones below. */
export function DeadlineList({ deadlines, ...context }: DeadlineListProps) {
  const t = useTranslations("detail.deadlines");
  if (deadlines.length === 0) return <p className="px-4 py-3 text-muted text-small">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line text-small">
      {deadlines.map((deadline) => (
        <li key={deadline.id} className="px-4 py-2.5">
          {deadline.state === "open" ? (
            <Open deadline={deadline} {...context} />
          ) : (
            <Ended deadline={deadline} state={deadline.state} {...context} />
          )}
        </li>
      ))}
    </ul>
  );
}

type RowProps = Omit<DeadlineListProps, "deadlines"> & { deadline: DetailDeadline };

function Open({ deadline, marketplace, mode, zone, now }: RowProps) {
  const t = useTranslations("detail.deadlines");
  const time = useTranslations("time");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const [yours, theirs] = formatTwoZones(time, deadline.dueAt, { locale, timeZone, marketplaceZone: zone, now });
  const { kind, consequence, party, isApproximate, dueAt } = deadline;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="font-medium">{t(`kind.${kind}`)}</p>
        <DeadlineBadge dueAt={dueAt} isApproximate={isApproximate} party={party} />
      </div>
      <p className="mt-0.5 text-muted">
        {isApproximate ? t("about", { when: yours ?? "" }) : yours}
        {theirs && <span className="block">{theirs}</span>}
      </p>
      <p className="mt-1">
        <span className="font-medium">{t("turn", { party })}</span>{" "}
        <span className="text-muted">{t(`${mode}.${consequenceKey(consequence)}`, { marketplace })}</span>
      </p>
    </>
  );
}

function Ended({ deadline, state, now }: RowProps & { state: Exclude<DeadlineState, "open"> }) {
  const t = useTranslations("detail.deadlines");
  const time = useTranslations("time");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const at = (instant: Date) => formatDateTimeZone(time, instant, { locale, timeZone, now });
  const { tone, icon } = LOOK[state];
  const due = at(deadline.dueAt);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="font-medium text-muted">{t(`kind.${deadline.kind}`)}</p>
        <Badge tone={tone} icon={icon}>
          {t("closed", { state })}
        </Badge>
      </div>
      <p className="mt-0.5 text-subtle">
        {t("was", { when: deadline.isApproximate ? t("about", { when: due }) : due })}
        {deadline.closedAt && <span className="block">{t("closedAt", { state, on: at(deadline.closedAt) })}</span>}
      </p>
      {state === "late" && deadline.isKnownByReport && <p className="mt-0.5 text-muted">{t("lateNote")}</p>}
      {state === "missed_before_import" && <p className="mt-0.5 text-muted">{t("missedNote")}</p>}
    </>
  );
}

/** What an answer clock does is a setting (P-04), so it is told apart from what clocks always do. */
function consequenceKey(consequence: DetailDeadline["consequence"]) {
  return isRunOut(consequence) ? consequence : (`answer_${consequence}` as const);
}
