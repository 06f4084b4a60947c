import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { KeyValues } from "@/components/ui/key-values";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import { differsFrom, type LabelKind } from "@/lib/policy/judging/label-words";
import { statusOfReport } from "@/lib/policy/judging/reported";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import type { Marketplace } from "./marketplace";
import { Said, SaidWord } from "./reported-word";
import { useStatusName } from "./status-name";

type ReportedFactsProps = {
  reported: MarketplaceRecord;
  /** The label that was chosen here, or would be by policy. */
  ours: LabelKind;
  reportedStatus: string | null;
  marketplace: Marketplace;
  now: Date;
};

/** P-21: what the report says of label, parcel and outcome, its own words behind ours; what it left out is not shown. */
export function ReportedFacts({ reported, ours, reportedStatus, marketplace, now }: ReportedFactsProps) {
  const t = useTranslations("detail.label");
  const copy = useTranslations("detail");
  const policy = useTranslations("detail.policy");
  const locale = useLocale();
  const statuses = useStatusName(marketplace);
  const known = reportedStatus === null ? null : statusOfReport(reportedStatus, reported.deliveredBackOn);
  const {
    labelCostMinor: amountMinor,
    labelCurrency: currency,
    trackingNumber,
    deliveredBackOn,
    isPrime,
    safet,
  } = reported;
  const mono = (text: string) => <span className="identifier">{text}</span>;
  const facts: [key: string, label: string, value: ReactNode][] = [
    [
      "status",
      t("status"),
      reportedStatus && <Said said={reportedStatus} words={known && statuses(known, reportedStatus)} />,
    ],
    [
      "labelType",
      t("labelType"),
      reported.labelType && (
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <SaidWord field="labelType" said={reported.labelType} />
          {differsFrom(ours, reported.labelType) && <Badge tone="attention">{policy("differs")}</Badge>}
        </span>
      ),
    ],
    [
      "cost",
      t("cost"),
      amountMinor !== null && currency !== null
        ? formatMoney({ amountMinor, currency }, locale)
        : reported.labelType && t("unknown"),
    ],
    [
      "paidBy",
      t("reportedPaidBy"),
      reported.labelPaidBy && <SaidWord field="labelPaidBy" said={reported.labelPaidBy} />,
    ],
    ["carrier", t("carrier", { marketplace }), reported.carrier],
    [
      "tracking",
      t("tracking", { marketplace }),
      trackingNumber && (
        <span className="inline-flex items-center">
          {mono(trackingNumber)}
          <CopyButton text={trackingNumber} what={copy("copyTracking", { marketplace, number: trackingNumber })} />
        </span>
      ),
    ],
    ["deliveredBack", t("deliveredBack"), deliveredBackOn && formatPlainDate(deliveredBackOn, { locale, now })],
    ["resolution", t("resolution"), reported.resolution && <SaidWord field="resolution" said={reported.resolution} />],
    ["returnType", t("returnType"), reported.returnType && <SaidWord field="returnType" said={reported.returnType} />],
    ["merchantRma", t("merchantRma"), reported.merchantRma && bearsRma(marketplace) && mono(reported.merchantRma)],
    ["invoice", t("invoice"), reported.invoiceNumber && mono(reported.invoiceNumber)],
    ["prime", t("prime"), isPrime === null ? null : t("yesNo", { value: String(isPrime) })],
    ["safet", t("safet"), safet && <SafetFacts safet={safet} />],
  ];
  return (
    <div className="border-line border-t px-4 py-3 text-small">
      <h3 className="mb-1.5 font-medium">{t("reported", { marketplace })}</h3>
      <KeyValues
        items={facts.filter(([, , value]) => Boolean(value)).map(([key, label, value]) => ({ key, label, value }))}
      />
    </div>
  );
}

/** A claim against the marketplace: its number, and in words how it stands and what it is about. */
function SafetFacts({ safet: { claimId, state, reason } }: { safet: NonNullable<MarketplaceRecord["safet"]> }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {claimId && <span className="identifier">{claimId}</span>}
      {state && <SaidWord field="safetState" said={state} />}
      {reason && <SaidWord field="safetReason" said={reason} />}
    </span>
  );
}
