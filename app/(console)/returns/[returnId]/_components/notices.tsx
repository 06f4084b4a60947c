import { useTranslations } from "next-intl";
import { useCloseReasonName } from "@/components/returns/close-reason-name";
import { Banner } from "@/components/ui/banner";
import { addressLines } from "@/lib/kernel/address-lines";
import { postageOf } from "@/lib/policy/judging/freight";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { isUnread } from "@/lib/policy/machines/return/kinds-of-status";
import type { Permission } from "@/lib/policy/permissions";
import type { FoundReturn } from "../read-return";
import { ConflictBanner } from "./conflict-banner";
import { HandoverCard, type HandoverValue } from "./handover-card";

/** What somebody has to settle before anything else: a conflict with the marketplace, or an act still to be done there. */
export function Notices({ found, permissions }: { found: FoundReturn; permissions: readonly Permission[] }) {
  const { item, isInConflict, reportedStatus, openHandover } = found;
  const t = useTranslations("detail");
  const values = useHandoverValues(found);
  const shared = {
    returnId: item.id,
    marketplace: item.channel.marketplace,
    mayDecide: permissions.includes("returns:decide"),
  };
  if (isInConflict && reportedStatus)
    return <ConflictBanner {...shared} ours={item.status} theirs={reportedStatus} said={item.reportedStatus} />;
  if (isUnread(item.status))
    return (
      <Banner
        tone="warning"
        title={t("unknownStatus.title", {
          marketplace: shared.marketplace,
          word: item.reportedStatus || t("unknownStatus.emptyWord"),
        })}
      >
        {t("unknownStatus.body")}
      </Banner>
    );
  const open = item.handovers.find(({ doneAt }) => doneAt === null);
  if (!openHandover || !open) return null;
  return <HandoverCard {...shared} move={openHandover} since={open.openedAt} values={values} />;
}

/** What has to be typed on the marketplace, as it was decided here. */
function useHandoverValues({ item }: FoundReturn): HandoverValue[] {
  const t = useTranslations("detail");
  const reasonName = useCloseReasonName();
  const labels = useTranslations("policy");
  const values: [label: string, text: string | null][] = [
    [t("head.rma"), bearsRma(item.channel.marketplace) ? item.rma : null],
    [
      t("label.short"),
      item.labelKind && (item.labelPaidBy === "marketplace" ? t("label.theirs") : labels(`labels.${item.labelKind}`)),
    ],
    [t("label.wayBack"), item.labelKind && labels(`postage.${postageOf(item.labelKind, item.labelPaidBy)}`)],
    [t("label.address"), item.address && addressLines(item.address).join("\n")],
    [t("label.instructions"), item.instructions],
    [t("closed.reason"), item.closeReason && reasonName(item.closeReason, item.closeReasonLabels)],
    [t("closed.message"), item.closeComment],
  ];
  return values.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
