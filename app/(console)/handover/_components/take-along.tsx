import { clsx } from "clsx";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import type { Marketplace } from "@/components/returns/marketplace";
import { CopyButton } from "@/components/ui/copy-button";
import { paths } from "@/lib/i18n/paths";
import { addressLines } from "@/lib/kernel/address-lines";
import { languageName } from "@/lib/kernel/buyer-languages";
import { postageOf } from "@/lib/policy/judging/freight";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { isAuthorization, isClosing } from "@/lib/policy/machines/return/kinds-of-status";
import type { HandoverEntry } from "../read-handovers";

/** `shown` is the text on one line, where what is copied has several. */
type Along = { key: string; label: string; text: string; shown?: string; isLong?: boolean; lang?: string };

/** What has to be typed, picked, pasted or uploaded over there, each with its way into the clipboard. */
export function TakeAlong({ entry, marketplace }: { entry: HandoverEntry; marketplace: Marketplace }) {
  const t = useTranslations("handover.along");
  const values = useAlong(entry, marketplace);
  if (values.length === 0) return <p className="text-muted text-small">{t("nothing", { marketplace })}</p>;
  const short = values.filter(({ isLong }) => !isLong);
  const long = values.filter(({ isLong }) => isLong);
  return (
    <dl className="grid gap-x-5 gap-y-1.5 text-small lg:grid-cols-2">
      {short.map((along) => (
        <Value key={along.key} along={along} />
      ))}
      {isAuthorization(entry.move) && entry.labelKind && (
        <Pair label={t("label")} isLong={false}>
          <LabelFile entry={entry} marketplace={marketplace} />
        </Pair>
      )}
      {long.map((along) => (
        <Value key={along.key} along={along} />
      ))}
    </dl>
  );
}

function Value({ along: { label, text, shown = text, isLong = false, lang } }: { along: Along }) {
  return (
    <Pair label={label} isLong={isLong}>
      <span
        className={clsx("min-w-0 whitespace-pre-wrap break-words", isLong && "line-clamp-3")}
        dir="auto"
        lang={lang}
      >
        {shown}
      </span>
      <span className="-my-1.5 print:hidden">
        <CopyButton text={text} what={label} />
      </span>
    </Pair>
  );
}

function Pair({ label, isLong, children }: { label: string; isLong: boolean; children: ReactNode }) {
  return (
    <div className={isLong ? "min-w-0 lg:col-span-2" : "min-w-0"}>
      <dt className="text-subtle">{label}</dt>
      <dd className="flex items-start gap-1">{children}</dd>
    </div>
  );
}

/** The file to upload there: the seller's own, or the one that Homeward draws; the marketplace has its own already. */
function LabelFile({ entry, marketplace }: { entry: HandoverEntry; marketplace: Marketplace }) {
  const { labelFile, labelKind, labelPaidBy, address, returnId } = entry;
  const t = useTranslations("handover.along");
  const kinds = useTranslations("policy");
  if (!labelKind) return null;
  if (!labelFile && (labelKind === "prepaid" || address === null)) return t("theirs");
  const [href, name] = labelFile
    ? [paths.file(labelFile.id), labelFile.name]
    : labelKind === "own"
      ? [null, ""]
      : [paths.labels([returnId]), t("drawn")];
  return (
    <span className="min-w-0">
      {kinds(`labels.${labelKind}`)} · {kinds(`postage.${postageOf(labelKind, labelPaidBy)}`)}
      {href && (
        <a href={href} download className="prose-link flex min-h-6 items-center gap-1 pointer-coarse:min-h-11">
          <Download aria-hidden size={14} className="shrink-0" />
          <span className="break-all">{name}</span>
        </a>
      )}
      {href && marketplace === "amazon" && (
        <a
          href={paths.labelJpeg(returnId)}
          download
          className="prose-link flex min-h-6 items-center gap-1 pointer-coarse:min-h-11"
        >
          <Download aria-hidden size={14} className="shrink-0" />
          {t("jpeg")}
        </a>
      )}
    </span>
  );
}

function useAlong(entry: HandoverEntry, marketplace: Marketplace): Along[] {
  const t = useTranslations("handover.along");
  const reasonName = useCloseReasonName();
  const reader = useLocale();
  const { move, rma, channelRma, address, instructions, labelCarrier, labelTracking, language } = entry;
  const reason = entry.closeReason && reasonName(entry.closeReason, entry.closeReasonLabels);
  const isAuthorized = isAuthorization(move);
  const closed = entry.closedItems.map(({ title, sku, quantity }) => `${quantity} × ${title ?? sku ?? "?"}`).join("\n");
  const values: (Omit<Along, "text"> & { text: string | null })[] = [
    { key: "channelRma", label: t("channelRma"), text: bearsRma(marketplace) ? channelRma : null },
    { key: "rma", label: t("rma"), text: isAuthorized && bearsRma(marketplace) ? rma : null },
    {
      key: "address",
      label: t("address"),
      text: isAuthorized && address ? addressLines(address).join("\n") : null,
      ...(address ? { shown: addressLines(address).join(", ") } : {}),
    },
    {
      key: "tracking",
      label: t("tracking", { marketplace }),
      text: isAuthorized && labelTracking ? [labelCarrier, labelTracking].filter(Boolean).join(" ") : null,
    },
    {
      key: "instructions",
      label: t("instructions"),
      text: isAuthorized ? instructions : null,
      isLong: true,
      lang: language,
    },
    { key: "closedItems", label: t("closedItems"), text: isAuthorized ? closed : null, isLong: true },
    { key: "reason", label: t("reason"), text: isClosing(move) || closed ? reason : null },
    {
      key: "comment",
      label: t("comment", { language: languageName(language, reader) }),
      text: isClosing(move) || closed ? entry.closeComment : null,
      isLong: true,
      lang: language,
    },
  ];
  return values.flatMap(({ text, ...rest }) => (text ? [{ ...rest, text }] : []));
}
