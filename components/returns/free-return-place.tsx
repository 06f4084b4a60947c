import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeyValues } from "@/components/ui/key-values";
import type { FreeReturnPlace as Place } from "@/lib/orders/way-back";
import type { Marketplace } from "./marketplace";

const isAddress = (site: string): boolean => /^https?:\/\/\S+$/i.test(site);

/** S0-25, S0-26: how the parcel is handed in, by whom it is taken and where it goes; what nobody filled in is not shown. */
export function FreeReturnPlace({ place, marketplace }: { place: Place; marketplace: Marketplace }) {
  const t = useTranslations("freeReturn");
  const { method, carrier, site, phone, warehouse } = place;
  const link = isAddress(site) ? (
    <a href={site} target="_blank" rel="noreferrer" className="prose-link break-all">
      {site}
    </a>
  ) : (
    site
  );
  const facts: [key: string, label: string, value: ReactNode][] = [
    ["carrier", t("carrier", { marketplace }), carrier],
    ["site", t("site"), link],
    ["phone", t("phone"), phone],
    ["warehouse", t("warehouse"), warehouse],
  ];
  const known = facts.filter(([, , value]) => value !== "");
  return (
    <>
      <p>{t(`method.${method}`)}</p>
      {known.length > 0 && <KeyValues items={known.map(([key, label, value]) => ({ key, label, value }))} />}
    </>
  );
}
