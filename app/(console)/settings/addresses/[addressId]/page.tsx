import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { countryNames } from "@/components/address/country-names";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findBookAddress } from "@/lib/channels/address-book";
import { paths } from "@/lib/i18n/paths";
import { isId, newId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { SettingsFrame } from "../../_components/settings-frame";
import { AddressForm } from "./_components/address-form";

type Props = PageProps<"/settings/addresses/[addressId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("addresses"))("title") };
}

/** One return address, or a new one. */
async function AddressPage({ session: { seller, permissions } }: SellerCtx, { params }: Props) {
  const { addressId } = await params;
  const isNew = addressId === "new";
  const saved = isId(addressId)
    ? await withSeller(db, seller.id, (tx) => findBookAddress(tx, seller.id, addressId))
    : null;
  if (!isNew && !saved) notFound();
  const [t, locale] = await Promise.all([getTranslations("addresses"), getLocale()]);
  const isReadOnly = !permissions.includes("addresses:write");
  return (
    <>
      <PageHeader
        back={{ href: paths.addresses, label: t("title") }}
        title={saved ? (saved.label ?? t("named", { recipient: saved.recipient, city: saved.city })) : t("newTitle")}
        summary={saved ? t("editSummary") : t("newSummary")}
      />
      <SettingsFrame section="addresses" isReadOnly={isReadOnly}>
        <AddressForm
          id={saved?.id ?? newId()}
          saved={saved}
          countries={countryNames(locale, saved?.country)}
          isReadOnly={isReadOnly}
        />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: AddressPage });
