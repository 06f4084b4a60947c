import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listAddresses } from "@/lib/channels/addresses";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { placeChoices } from "../../_components/place-choices";
import { SettingsFrame } from "../../_components/settings-frame";
import { NewChannelForm } from "./_components/new-channel-form";

export async function generateMetadata() {
  return { title: (await getTranslations("settings.newChannel"))("title") };
}

/** Another store on some marketplace; it begins with the usual terms of its programme. */
async function NewChannelPage({ session: { seller } }: SellerCtx) {
  const [t, locale, addresses] = await Promise.all([
    getTranslations("settings"),
    getLocale(),
    withSeller(db, seller.id, (tx) => listAddresses(tx, seller.id)),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: paths.settings, label: t("title") }}
        title={t("newChannel.title")}
        summary={t("newChannel.summary")}
      />
      <SettingsFrame section="channels" isReadOnly={false}>
        <NewChannelForm choices={{ ...placeChoices(locale), addresses }} />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:write", show: NewChannelPage });
