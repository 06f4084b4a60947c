import { MapPin, Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listAddressBook, listChannelAddresses, usesOf } from "@/lib/channels/address-book";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { SettingsFrame } from "../_components/settings-frame";
import { AddressItem } from "./_components/address-item";
import { DefaultsForm } from "./_components/defaults-form";

export async function generateMetadata() {
  return { title: (await getTranslations("addresses"))("title") };
}

/** Where parcels come back to: every address, where it is used, and which one each channel takes (S1-14, S1-15). */
async function AddressesPage({ session: { seller, permissions } }: SellerCtx) {
  const [t, [book, channels]] = await Promise.all([
    getTranslations("addresses"),
    withSeller(db, seller.id, (tx) =>
      Promise.all([listAddressBook(tx, seller.id), listChannelAddresses(tx, seller.id)]),
    ),
  ]);
  const mayWrite = permissions.includes("addresses:write");
  const open = book.filter(({ retiredAt }) => retiredAt === null);
  const retired = book.filter(({ retiredAt }) => retiredAt !== null);
  const add = mayWrite && (
    <LinkButton href={paths.address("new")} variant="primary" icon={<Plus aria-hidden size={16} />}>
      {t("addHere")}
    </LinkButton>
  );
  const item = (address: (typeof book)[number]) => (
    <AddressItem key={address.id} address={address} uses={usesOf(address.id, channels)} mayWrite={mayWrite} />
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={
          <>
            {book.length > 0 && <ExportLink hasPeople={false} href={paths.settingsCsv("addresses")} />}
            {open.length > 0 && add}
          </>
        }
      />
      <SettingsFrame section="addresses" isReadOnly={!mayWrite}>
        <div className="flex flex-col gap-4">
          <Card title={t("saved")} isFlush>
            {open.length === 0 ? (
              <EmptyState icon={MapPin} title={t("empty")} action={add}>
                {t("emptyBody")}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">{open.map(item)}</ul>
            )}
          </Card>
          {channels.length > 0 && open.length > 0 && (
            <DefaultsForm
              key={JSON.stringify(channels)}
              channels={channels.filter(({ programme }) => programme !== "free_return")}
              addresses={open}
              isReadOnly={!permissions.includes("settings:write")}
            />
          )}
          {retired.length > 0 && (
            <Card title={t("retired")} isFlush>
              <ul className="divide-y divide-line">{retired.map(item)}</ul>
            </Card>
          )}
        </div>
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: AddressesPage });
