import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { formatDateTime, formatDateTimeZone } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";
import type { ReturnEventData } from "@/lib/policy/events/events";
import { isReturnEventKind } from "@/lib/policy/events/return-event-kinds";
import type { ToldClaim, ToldParcel, ToldRefund } from "@/lib/policy/events/told";
import { isAsking } from "@/lib/policy/machines/refund/statuses";
import { isTerminal } from "@/lib/policy/machines/return/statuses";
import type { ReturnEvent } from "@/lib/returns/return-detail";
import { EventFacts } from "./event-facts";
import type { Marketplace } from "./marketplace";
import { useStatusName } from "./status-name";

export type TimelineEventProps = {
  event: Omit<ReturnEvent, "data"> & {
    data: ReturnEventData;
    parcel: ToldParcel | null;
    refund: ToldRefund | null;
    claim: ToldClaim | null;
  };
  marketplace: Marketplace;
  now: Date;
  bulkActHref: (bulkActId: string) => string;
};

/** One thing that happened: what, by whom, from which state to which, and what was said. */
export function TimelineEvent({ event, marketplace, now, bulkActHref }: TimelineEventProps) {
  const t = useTranslations("timeline");
  const status = useStatusName(marketplace);
  const time = useTranslations("time");
  const locale = useLocale();
  const reading = { locale, timeZone: useTimeZone() ?? "UTC", now };
  const { kind, fromStatus, toStatus, actorKind, actorName, bulkActId, at, data, parcel, refund, claim } = event;
  const headline = () => {
    if (refund?.kind) return t(`refund.${refund.kind}`, { isAsked: String(isAsking(refund.toStatus)) });
    if (claim?.kind) return t(`claim.${claim.kind}`, { cause: claim.cause ?? "none" });
    if (parcel?.isShut) return t("parcel.shut");
    if (parcel?.status) return t(`parcel.${parcel.status}`);
    return isReturnEventKind(kind) ? t(`kind.${kind}`, words) : t("kind.other", { kind });
  };
  const file = data.file ?? event.importFile;
  const words = {
    marketplace,
    undid: data.undid ?? "other",
    source: data.source ?? "other",
    by: data.by ?? "person",
    answer: data.answer ?? "other",
    actor: actorKind,
    verdict: data.verdict ?? "other",
    isTakenBack: String(data.isTakenBack ?? false),
    isAssigned: String(data.assignee !== null),
    to: data.assignee?.name ?? "",
    consequence: data.consequence ?? "other",
    isWhole: String(data.isWhole ?? true),
    isRest: String(toStatus !== null && toStatus === fromStatus),
    isDelivered: String(data.deliveredAt !== null),
    isOver: String(toStatus !== null && isTerminal(toStatus)),
    isAgain: String(fromStatus !== null && isTerminal(fromStatus)),
    isSnoozed: String(data.until !== null),
    until: data.until === null ? "" : formatDateTime(time, data.until, reading),
  };
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="font-medium">{headline()}</p>
        <time
          dateTime={at.toISOString()}
          title={formatDateTimeZone(time, at, reading)}
          className="text-small text-subtle tabular-nums"
        >
          {formatDateTime(time, at, reading)}
        </time>
      </div>
      <p className="text-muted text-small">
        <Parts
          parts={[
            !(file && actorKind === "product") &&
              t("by", { actor: actorKind, hasName: String(actorName !== null), name: actorName ?? "" }),
            file && t("report", { hasLine: String(data.line !== null), line: data.line ?? 0, file }),
            fromStatus && toStatus && `${status(fromStatus)} → ${status(toStatus)}`,
            actorKind === "product" &&
              data.because &&
              t.rich("rule", { rule: () => <em>{t(`ruleName.${data.because ?? "choice_all"}`)}</em> }),
            data.operationVersion !== null && t("operationVersion", { version: data.operationVersion }),
            data.policyVersion !== null && t("termsVersion", { version: data.policyVersion }),
            event.isKept && <span className="font-medium text-fg">{t("kept")}</span>,
            bulkActId && (
              <Link href={bulkActHref(bulkActId)} className="prose-link">
                {t("bulkAct")}
              </Link>
            ),
          ]}
        />
      </p>
      {parcel && <ParcelFacts parcel={parcel} />}
      {refund && <RefundFacts refund={refund} />}
      {claim && <ClaimFacts claim={claim} />}
      <EventFacts kind={kind} data={data} marketplace={marketplace} now={now} />
    </>
  );
}

/** Of what a carrier said: of which parcel, in its own word, and where. */
function ParcelFacts({ parcel: { tracking, word, place } }: { parcel: ToldParcel }) {
  return (
    <p className="text-muted text-small">
      <Parts parts={[tracking, word, place].map((fact) => fact && <bdi>{shownText(fact)}</bdi>)} />
    </p>
  );
}

/** Of money that is asked back: how much, under which number, what the marketplace says of it. */
function ClaimFacts({ claim: { amountMinor, currency, claimNumber, word, note } }: { claim: ToldClaim }) {
  const locale = useLocale();
  const amount = amountMinor !== null && currency !== null && formatMoney({ amountMinor, currency }, locale);
  return (
    <p className="text-muted text-small">
      <Parts parts={[amount, ...[claimNumber, word, note].map((fact) => fact && <bdi>{shownText(fact)}</bdi>)]} />
    </p>
  );
}

/** Of money that goes back: how much, where it is found again, and what somebody said of it. */
function RefundFacts({ refund: { amountMinor, currency, reference, failure, note } }: { refund: ToldRefund }) {
  const locale = useLocale();
  const amount = amountMinor !== null && currency !== null && formatMoney({ amountMinor, currency }, locale);
  return (
    <>
      <p className="text-muted text-small">
        <Parts parts={[amount, reference && <bdi>{shownText(reference)}</bdi>, failure && shownText(failure)]} />
      </p>
      {note && (
        <p className="whitespace-pre-wrap break-words text-small" dir="auto">
          {shownText(note)}
        </p>
      )}
    </>
  );
}

/** Facts in a row, parted by dots; what does not apply is left out. */
function Parts({ parts }: { parts: readonly ReactNode[] }) {
  return parts.filter(Boolean).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places.
    <Fragment key={index}>
      {index > 0 && " · "}
      {part}
    </Fragment>
  ));
}
