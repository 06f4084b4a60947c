import { useTranslations } from "next-intl";

type Named = { label: string | null; recipient: string; city: string };

/** What an address is called: as the team does, else by its recipient and city. */
export function useAddressName(): (address: Named) => string {
  const t = useTranslations("addresses");
  return ({ label, recipient, city }) => label ?? t("named", { recipient, city });
}
