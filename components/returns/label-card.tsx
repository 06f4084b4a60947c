import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { KeyValues } from "@/components/ui/key-values";
import type { Address } from "@/lib/kernel/address";
import { addressLines } from "@/lib/kernel/address-lines";
import { formatMoney } from "@/lib/kernel/money";
import { labelSource, unprintable } from "@/lib/labels/shared/label-state";
import { postageOf } from "@/lib/policy/judging/freight";
import type { PrintSizes } from "@/lib/policy/labels/sizes";
import { isUndecided } from "@/lib/policy/machines/return/kinds-of-status";
import type { ReturnDetail } from "@/lib/returns/return-detail";
import { AddressBlock } from "./address-block";
import { FreeReturnPlace } from "./free-return-place";
import { PrintLabel } from "./print-label";
import { ReportedFacts } from "./reported-facts";

type LabelCardProps = {
  item: Pick<
    ReturnDetail,
    | "id"
    | "status"
    | "labelKind"
    | "labelPaidBy"
    | "labelFile"
    | "labelCost"
    | "labelCarrier"
    | "labelTracking"
    | "address"
    | "instructions"
    | "rma"
    | "evaluation"
    | "reported"
    | "reportedStatus"
    | "channel"
    | "freeReturnPlace"
  >;
  /** Where the goods go unless somebody says otherwise; null while the channel has none. */
  defaultAddress: Address | null;
  /** The link of the seller's own label. */
  fileHref: (fileId: string) => string;
  /** The paper that is chosen for this person and channel. */
  printSizes: PrintSizes;
  now: Date;
};

/** What was chosen for the way back, or what authorizing would choose; and what the marketplace's report says of it. */
export function LabelCard({ item, defaultAddress, fileHref, printSizes, now }: LabelCardProps) {
  const t = useTranslations("detail.label");
  return (
    <Card id="label" title={t("title")} isFlush>
      <div className="flex flex-col gap-2 px-4 py-3 text-small">
        {item.labelKind ? (
          <Chosen item={item} fileHref={fileHref} />
        ) : (
          <Proposed item={item} defaultAddress={defaultAddress} />
        )}
        <FreeOfCharge item={item} />
        {unprintable(item) === null && <PrintLabel returnId={item.id} source={labelSource(item)} sizes={printSizes} />}
      </div>
      {item.reported && (
        <ReportedFacts
          reported={item.reported}
          ours={item.labelKind ?? item.evaluation.label.kind}
          reportedStatus={item.reportedStatus}
          marketplace={item.channel.marketplace}
          now={now}
        />
      )}
    </Card>
  );
}

/** S0-04: a reason that a free return does not cover is none, whatever its channel's programme. */
const isFreeOfCharge = ({ labelPaidBy }: Pick<LabelCardProps["item"], "labelPaidBy">): boolean =>
  labelPaidBy === "marketplace";

/** S0-20, S0-24: of what travels free of charge, how and where to; nobody can let the buyer keep it. */
function FreeOfCharge({ item }: Pick<LabelCardProps, "item">) {
  const t = useTranslations("freeReturn");
  const { freeReturnPlace: place, channel } = item;
  if (!place || !isFreeOfCharge(item)) return null;
  return (
    <>
      <FreeReturnPlace place={place} marketplace={channel.marketplace} />
      <p className="text-muted">{t("noWaive")}</p>
    </>
  );
}

function Proposed({ item, defaultAddress }: Pick<LabelCardProps, "item" | "defaultAddress">) {
  const t = useTranslations("detail.label");
  if (!isUndecided(item.status)) return <p className="text-muted">{t("noneMade")}</p>;
  if (isFreeOfCharge(item)) return <p className="text-muted">{t("warehouse")}</p>;
  // Such a channel's returns go to no address of the seller's, whoever pays.
  const isOurs = item.channel.programme !== "free_return";
  const to = isOurs ? defaultAddress : null;
  const place = to ? [to.city, to.region ?? to.country].join(", ") : "";
  return (
    <p className="text-muted">
      {t.rich("willBe", {
        kind: item.evaluation.label.kind,
        hasAddress: String(to !== null),
        place,
        b: (words) => <strong className="font-semibold text-fg">{words}</strong>,
      })}
      {isOurs && !to && <span className="block">{t("noAddress")}</span>}
    </p>
  );
}

function Chosen({ item, fileHref }: Pick<LabelCardProps, "item" | "fileHref">) {
  const t = useTranslations("detail.label");
  const policy = useTranslations("policy");
  const { labelKind, labelPaidBy, labelFile, address, instructions } = item;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">
          {labelKind && (labelPaidBy === "marketplace" ? t("theirs") : policy(`labels.${labelKind}`))}
        </span>
        <span className="text-muted">{policy(`paidBy.${labelPaidBy}`, { marketplace: item.channel.marketplace })}</span>
      </p>
      {isFreeOfCharge(item) ? (
        <p className="text-muted">{t("warehouse")}</p>
      ) : (
        labelKind && <p className="text-muted">{policy(`postage.${postageOf(labelKind, labelPaidBy)}`)}</p>
      )}
      {labelFile && (
        <a
          href={fileHref(labelFile.id)}
          download
          className="prose-link inline-flex pointer-coarse:min-h-11 pointer-coarse:min-w-11 items-center gap-1.5 self-start"
        >
          <Download aria-hidden size={15} />
          <span className="break-all">{t("download", { name: labelFile.name })}</span>
          <span className="text-subtle">{t("fileSize", { kb: Math.max(1, Math.round(labelFile.size / 1024)) })}</span>
        </a>
      )}
      <Bought item={item} />
      {address && (
        <Part label={t("address")} action={<CopyButton text={addressLines(address).join("\n")} what={t("address")} />}>
          <AddressBlock address={address} />
        </Part>
      )}
      {instructions && (
        <Part label={t("instructions")}>
          <p className="whitespace-pre-wrap" dir="auto">
            {instructions}
          </p>
        </Part>
      )}
    </>
  );
}

/** P-01: what a label cost and the number it travels under, as far as it is known. */
function Bought({ item: { channel, labelCost, labelCarrier, labelTracking } }: Pick<LabelCardProps, "item">) {
  const t = useTranslations("detail.label");
  const copy = useTranslations("detail");
  const locale = useLocale();
  const { marketplace } = channel;
  const { amountMinor, currency } = labelCost;
  const facts: [key: string, label: string, value: ReactNode][] = [
    ["cost", t("ownCost"), amountMinor !== null && currency && formatMoney({ amountMinor, currency }, locale)],
    ["carrier", t("carrier", { marketplace }), labelCarrier],
    [
      "tracking",
      t("ownTracking", { marketplace }),
      labelTracking && (
        <span className="inline-flex items-center">
          <span className="identifier">{labelTracking}</span>
          <CopyButton text={labelTracking} what={copy("copyTracking", { marketplace, number: labelTracking })} />
        </span>
      ),
    ],
  ];
  const known = facts.filter(([, , value]) => Boolean(value));
  return known.length === 0 ? null : <KeyValues items={known.map(([key, label, value]) => ({ key, label, value }))} />;
}

function Part({ label, action, children }: { label: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <h3 className="flex min-h-8 items-center justify-between text-subtle">
        {label}
        {action}
      </h3>
      {children}
    </div>
  );
}
