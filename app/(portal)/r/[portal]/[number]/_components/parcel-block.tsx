import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { BuyerParcel } from "@/lib/portal/find-buyer-return";
import { PortalBlock } from "../../_components/portal-frame";

type ParcelBlockProps = { parcels: readonly BuyerParcel[]; timeZone: string; now: Date };

/** Where the parcel is, by its carrier's last word. */
export function ParcelBlock({ parcels, timeZone, now }: ParcelBlockProps) {
  const t = useTranslations("portal.parcel");
  const words = useTranslations("detail.parcels");
  const locale = useLocale();
  if (parcels.length === 0) return null;
  return (
    <PortalBlock title={t("title", { count: parcels.length })}>
      <ul className="flex flex-col gap-2">
        {parcels.map(({ id, carrier, tracking, status, code, place, at }) => (
          <li key={id}>
            <span className="block break-all font-medium">
              <bdi dir="ltr">{tracking}</bdi>
              {carrier && <span className="font-normal text-muted"> · {carrier}</span>}
            </span>
            <span className="block text-body text-muted">
              {[
                code ? words(`code.${code}`) : words(`status.${status}`),
                place,
                formatDay(at, { locale, timeZone, now }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </PortalBlock>
  );
}
