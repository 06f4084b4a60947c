import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { storedRefusalSentence } from "@/components/refusal-words";
import { formatDateTime } from "@/lib/i18n/format";
import { languageName } from "@/lib/kernel/buyer-languages";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { ReturnEventData } from "@/lib/policy/events/events";
import { statusOfReport } from "@/lib/policy/judging/reported";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { isAdoption } from "@/lib/policy/machines/return/kinds-of-status";
import type { Condition, Disposition } from "@/lib/policy/parcels/conditions";
import { useCloseReasonName } from "./close-reason-name";
import type { Marketplace } from "./marketplace";
import { useStatusName } from "./status-name";
import { useChangedWords } from "./use-changed-words";

type Grade = { condition: Condition; disposition: Disposition };
type EventFactsProps = { kind: string; data: ReturnEventData; marketplace: Marketplace; now: Date };

/** What an event carries beside its headline: numbers, reasons, and the words that somebody wrote. */
export function EventFacts({ kind, data, marketplace, now }: EventFactsProps) {
  const t = useTranslations("timeline.fact");
  const verdict = useTranslations("status.verdict");
  const statuses = useStatusName(marketplace);
  const closeReason = useCloseReasonName();
  const because = useTranslations("policy.automation");
  const refusals = useTranslations("refusal");
  const changedWords = useChangedWords(marketplace);
  const reader = useLocale();
  const time = useTranslations("time");
  const timeZone = useTimeZone() ?? "UTC";
  const { amountMinor, costMinor, currency, carrier, tracking } = data;
  const { rma, labelKind, overrode, reason, comment, note, text, reported, subject, message, locale } = data;
  const reportedAs = (word: string) => {
    const known = statusOfReport(word, null);
    return known ? t("reportedAs", { status: statuses(known, word), word }) : word;
  };
  const condition = useTranslations("receiving.condition");
  const disposition = useTranslations("receiving.disposition");
  const why = useTranslations("receiving.why");
  const completion = useTranslations("complete.reasons");
  const gradeOf = (grade: Grade) => `${condition(grade.condition)}, ${disposition(grade.disposition)}`;
  const unitFacts = (units: readonly (Grade & { title: string | null })[]) => {
    const counts = new Map<string, number>();
    for (const unit of units) {
      const what = unit.title === null ? gradeOf(unit) : `${shownText(unit.title)}: ${gradeOf(unit)}`;
      counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    return [...counts].map(([what, count]) => t("unitsOf", { count, what }));
  };
  const regradeFact = ({ from, to }: { from: Grade; to: Grade | null }) =>
    t("regraded", { from: gradeOf(from), to: to ? gradeOf(to) : t("notReceived") });
  const facts = [
    rma && bearsRma(marketplace) && t("rma", { rma }),
    labelKind && t("label", { labelKind }),
    kind === "refund_settled" &&
      amountMinor !== null &&
      currency !== null &&
      formatMoney({ amountMinor, currency }, reader),
    costMinor !== null &&
      currency !== null &&
      t("labelCost", { amount: formatMoney({ amountMinor: costMinor, currency }, reader) }),
    carrier && t("carrier", { marketplace, carrier }),
    tracking && t("tracking", { marketplace, number: tracking }),
    data.scanned && t("scanned", { text: shownText(data.scanned) }),
    data.from && t("parcelFrom", { number: data.from }),
    kind === "requested" && data.verdict && t("judged", { verdict: verdict(data.verdict) }),
    ...(data.changed ? changedWords(data.changed) : []),
    data.because === "answer_due" && t("answerDue"),
    data.because && data.because !== "answer_due" && because(data.because, { orderAgeDays: 0, withinDays: 0 }),
    data.lateSince &&
      t("late", {
        due: formatDateTime(time, data.lateSince, { locale: reader, timeZone, now }),
        isReported: String(isAdoption(kind)),
      }),
    data.closedUnits !== null && t("closedUnits", { count: data.closedUnits }),
    ...(data.units ? unitFacts(data.units) : []),
    data.difference && t("difference", { why: why(data.difference.reason) }),
    data.difference?.note && `“${shownText(data.difference.note)}”`,
    ...(data.regraded ?? []).map(regradeFact),
    overrode && t("overrode", { verdict: verdict(overrode) }),
    data.why && t("reason", { reason: completion(data.why) }),
    Boolean(data.left) && t("unitsLeft", { count: data.left ?? 0 }),
    reason && t("reason", { reason: closeReason(reason, data.reasonLabels) }),
    reported && t("reported", { reported: reportedAs(reported) }),
    data.wasUntil &&
      t("snoozedBefore", { until: formatDateTime(time, data.wasUntil, { locale: reader, timeZone, now }) }),
    data.tagsAdded?.length && t("tagsAdded", { tags: data.tagsAdded.map(shownText).join(t("and")) }),
    data.tagsRemoved?.length && t("tagsRemoved", { tags: data.tagsRemoved.map(shownText).join(t("and")) }),
    data.before && t("assignedFrom", { name: data.before.name }),
    kind === "not_delivered" && data.to && t("to", { to: data.to }),
    kind === "not_delivered" && data.error && t("serverSaid", { error: data.error }),
    subject && t("messageSubject", { subject: shownText(subject) }),
    locale && t("language", { language: languageName(locale, reader) }),
    data.refusal && storedRefusalSentence(refusals, data.refusal),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <>
      {facts.length > 0 && <p className="text-muted text-small">{facts.join(t("join"))}</p>}
      {comment && <Said label={t("comment")} text={comment} />}
      {message && <Said label={t("comment")} text={message} />}
      {note && <Said label={t("note")} text={note} isInternal />}
      {text && <Said label={t("note")} text={text} isInternal />}
    </>
  );
}

/** Somebody's own words; the internal ones look different and say so (the label is read in both cases). */
function Said({ label, text, isInternal = false }: { label: string; text: string; isInternal?: boolean }) {
  return (
    <div
      className={
        isInternal
          ? "mt-1 rounded-control bg-tone-attention px-2.5 py-1.5 text-tone-attention-fg"
          : "mt-1 border-line border-s-3 ps-2.5"
      }
    >
      <p className={isInternal ? "text-micro" : "text-micro text-subtle"}>{label}</p>
      <p className="whitespace-pre-wrap break-words" dir="auto">
        {shownText(text)}
      </p>
    </div>
  );
}
