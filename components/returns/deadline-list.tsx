import { Check } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatDateTimeZone, formatDay, formatTwoZones } from "@/lib/i18n/format";
import type { DeadlineState } from "@/lib/policy/clocks/deadlines";
import { isExpiry } from "@/lib/policy/machines/return/kinds-of-status";
import { hasCome, type Status } from "@/lib/policy/machines/return/statuses";
import { type ChannelMode, REACH } from "@/lib/policy/reach";
import type { DetailDeadline } from "@/lib/returns/return-detail";
import { ShortDeadline } from "./short-deadline";

type DeadlineListProps = {
  deadlines: readonly DetailDeadline[];
  status: Status;
  mode: ChannelMode;
  /** The marketplace's own zone, shown beside the reader's. */
  zone: string;
  now: Date;
};

/** Every clock of a return in one line: what is due and when; a second one only where something happens by itself. */
export function DeadlineList({ deadlines, ...context }: DeadlineListProps) {
  const t = useTranslations("detail.deadlines");
  if (deadlines.length === 0) return <p className="px-4 py-2 text-muted text-small">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-1.5 px-4 py-2.5 text-small">
      {deadlines.map((deadline) => (
        <li key={deadline.id}>
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

function Open({ deadline, status, mode, zone, now }: RowProps) {
  const t = useTranslations("detail.deadlines");
  const then = useTranslations("deadline");
  const time = useTranslations("time");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const zones = formatTwoZones(time, deadline.dueAt, { locale, timeZone, marketplaceZone: zone, now });
  const { kind, consequence, party, isApproximate, dueAt } = deadline;
  const isByItself = consequence !== "nothing" && !isExpiry(consequence);
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{t(`kind.${kind}`)}</span>
        <ShortDeadline dueAt={dueAt} party={party} hasDay />
      </p>
      <p className="text-micro text-subtle">
        {zones.map((words, index) => (
          <span key={words} className="block">
            {isApproximate && index === 0 ? t("about", { when: words }) : words}
          </span>
        ))}
        {isByItself && (
          <span className="block">
            {hasCome(status) && kind === "send_back"
              ? t("rest")
              : REACH[mode].carriesOut
                ? then(`then.${consequence}`)
                : then(`expected.${consequence}`)}
          </span>
        )}
      </p>
    </>
  );
}

function Ended({ deadline, state, now }: RowProps & { state: Exclude<DeadlineState, "open"> }) {
  const t = useTranslations("detail.deadlines");
  const time = useTranslations("time");
  const reading = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  const { kind, dueAt, closedAt, isKnownByReport } = deadline;
  return (
    <>
      <p className="flex items-baseline justify-between gap-3 text-muted">
        <span>{t(`kind.${kind}`)}</span>
        <span
          title={t("was", { when: formatDateTimeZone(time, dueAt, reading) })}
          className={state === "late" ? "text-tone-attention-fg" : undefined}
        >
          {state === "met" && <Check aria-hidden size={13} className="me-1 inline" />}
          <span className={state === "met" ? "sr-only" : undefined}>{t("closed", { state })} </span>
          {formatDay(closedAt ?? dueAt, reading)}
        </span>
      </p>
      {state === "late" && isKnownByReport && <p className="text-micro text-subtle">{t("lateNote")}</p>}
    </>
  );
}
