"use client";

import { useTranslations } from "next-intl";
import { useAddressLayout } from "@/components/address/use-address-layout";

/** The label of every field by the name under which it is sent. */
export function useFieldLabels(country: string): Record<string, string> {
  const t = useTranslations("setup.labels");
  const fields = useAddressLayout(country);
  return {
    code: t("code"),
    "owner.name": t("ownerName"),
    "owner.email": t("email"),
    "owner.password": t("password"),
    sellerName: t("sellerName"),
    "channel.country": t("channelCountry"),
    "channel.currency": t("currency"),
    "channel.timeZone": t("timeZone"),
    "address.country": t("addressCountry"),
    ...Object.fromEntries(fields.map(({ name, label }) => [`address.${name}`, label])),
  };
}
