import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/i18n/paths";
import { addressLines } from "@/lib/kernel/address-lines";
import { postageOf } from "@/lib/policy/judging/freight";
import type { BuyerReturn } from "@/lib/portal/find-buyer-return";
import { isOurs, labelOf } from "@/lib/portal/standing-of";
import { PortalBlock, portalButton } from "../../_components/portal-frame";

type LabelBlockProps = { found: BuyerReturn; portal: string; isNext: boolean };

/** The label, whose taking is told to the shop, and where the parcel goes. */
export function LabelBlock({ found, portal, isNext }: LabelBlockProps) {
  const t = useTranslations("portal.label");
  const mail = useTranslations("mail.postage");
  const label = labelOf(found);
  if (label === null) return null;
  const { number, address, labelKind, labelPaidBy, labelCarrier, rma, instructions } = found;
  if (!isOurs(label))
    return (
      <PortalBlock title={t("title")}>
        <p className="text-muted">{t("marketplace")}</p>
        <FreeReturn found={found} />
      </PortalBlock>
    );
  const parts = label === "uploaded" ? (["label", "slip"] as const) : ([undefined] as const);
  return (
    <PortalBlock
      title={
        <span className="flex items-center gap-2">
          <span className="flex-1">{labelCarrier ? t("titleOf", { carrier: labelCarrier }) : t("title")}</span>
          <Printer aria-hidden size={18} className="text-subtle" />
        </span>
      }
    >
      <p className="text-muted">
        {labelKind && `${mail(postageOf(labelKind, labelPaidBy))} `}
        {t("how")}
      </p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        {parts.map((part) => (
          <form key={part ?? "both"} method="post" action={paths.portalLabel(portal, number)} className="flex-1">
            {part && <input type="hidden" name="part" value={part} />}
            <button type="submit" className={portalButton(isNext && part !== "slip", "w-full")}>
              {part === "slip" ? t("slip") : t("open")}
            </button>
          </form>
        ))}
      </div>
      {rma && (
        <p className="mt-2.5 text-body text-muted">
          {t.rich("rma", { rma: () => <bdi className="font-medium text-fg">{rma}</bdi> })}
        </p>
      )}
      {address && (
        <address className="mt-2.5 text-body not-italic" dir="auto">
          <span className="block text-muted">{t("to")}</span>
          {addressLines(address).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      )}
      {instructions && (
        <p className="mt-2.5 whitespace-pre-line text-body" dir="auto">
          {instructions}
        </p>
      )}
    </PortalBlock>
  );
}

/** S0-14, S0-15, S0-25, S0-26: what goes together, how it is handed in, who takes it and where it goes. */
function FreeReturn({ found: { freeReturnPlace, labelPaidBy, evaluation } }: Pick<LabelBlockProps, "found">) {
  const t = useTranslations("portal.label");
  const together = evaluation.lines.flatMap(({ reasons }) => reasons).find((reason) => reason.rule === "one_parcel");
  const place = labelPaidBy === "marketplace" ? freeReturnPlace : null;
  const taken = place ? [place.carrier, place.site, place.phone].filter((cell) => cell !== "") : [];
  return (
    <div className="mt-2 flex flex-col gap-2 text-body">
      {together && <p>{t("together", { units: together.units, earlier: together.earlier })}</p>}
      {place && <p>{t(`handIn.${place.method}`)}</p>}
      {taken.length > 0 && (
        <p className="break-words" dir="auto">
          {taken.join(" · ")}
        </p>
      )}
      {place?.warehouse && (
        <p>
          <span className="block text-muted">{t("to")}</span>
          <span dir="auto">{place.warehouse}</span>
        </p>
      )}
    </div>
  );
}
