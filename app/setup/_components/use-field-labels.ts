"use client";

import { useTranslations } from "next-intl";

/** The label of every field by the name under which it is sent. */
export function useFieldLabels(): Record<string, string> {
  const t = useTranslations("setup.labels");
  return {
    "owner.name": t("ownerName"),
    "owner.email": t("email"),
    "owner.password": t("password"),
    sellerName: t("sellerName"),
    "channel.country": t("channelCountry"),
    "channel.currency": t("currency"),
    "channel.timeZone": t("timeZone"),
    "address.recipient": t("recipient"),
    "address.line1": t("line1"),
    "address.line2": t("line2"),
    "address.city": t("city"),
    "address.region": t("region"),
    "address.postalCode": t("postalCode"),
    "address.country": t("addressCountry"),
    "address.phone": t("phone"),
  };
}
