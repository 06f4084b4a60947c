import { Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { FindOrder } from "./_components/find-order";
import { NewReturn } from "./_components/new-return";
import { loadNewReturn } from "./load-new-return";

export async function generateMetadata() {
  return { title: (await getTranslations("newReturn"))("title") };
}

async function NewReturnPage({ session: { seller } }: SellerCtx, { searchParams }: PageProps<"/returns/new">) {
  const [t, back] = await Promise.all([getTranslations("newReturn"), getTranslations("nav")]);
  const { channels, chosen, number, order, elsewhere, reasons } = await loadNewReturn(seller.id, await searchParams);
  return (
    <div className="max-w-3xl">
      <PageHeader title={t("title")} summary={t("summary")} back={{ href: paths.returns(), label: back("returns") }} />
      {channels.length === 0 ? (
        <EmptyState
          title={t("noChannels")}
          icon={Store}
          action={<LinkButton href={paths.import}>{t("toImport")}</LinkButton>}
        >
          {t("noChannelsBody")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <FindOrder channels={channels} channelId={chosen?.id ?? null} number={number} />
          {elsewhere.length > 0 && (
            <Banner tone="info" title={t("elsewhere", { number })}>
              <ul className="flex flex-wrap gap-x-4">
                {elsewhere.map(({ id, name }) => (
                  <li key={id}>
                    {channels.some((channel) => channel.id === id) ? (
                      <Link href={paths.newReturn({ channel: id, order: number })} className="prose-link">
                        {t("elsewhereTake", { name })}
                      </Link>
                    ) : (
                      t("elsewhereReported", { name })
                    )}
                  </li>
                ))}
              </ul>
            </Banner>
          )}
          {chosen && number && (
            <NewReturn key={chosen.id + number} channel={chosen} number={number} order={order} reasons={reasons} />
          )}
        </div>
      )}
    </div>
  );
}

export default page({ needs: "returns:decide", show: NewReturnPage });
