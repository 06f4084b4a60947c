import { ChevronRight, Plus, Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listChannelSettings } from "@/lib/channels/channel-settings";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { PauseCard } from "../_pause/pause-card";
import { readPause } from "../_pause/read-pause";
import { ModeBadge } from "./_components/mode-badge";
import { SettingsFrame } from "./_components/settings-frame";
import { DemoCard } from "./_demo/demo-card";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

/** The stores of the seller, each with how its decisions leave. */
async function SettingsPage({ session: { seller, permissions } }: SellerCtx) {
  const [t, { channels, pause }] = await Promise.all([
    getTranslations("settings"),
    withSeller(db, seller.id, async (tx) => ({
      channels: await listChannelSettings(tx, seller.id),
      pause: await readPause(tx, seller.id),
    })),
  ]);
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={t("title")}
        summary={t("channels.summary")}
        actions={
          !isReadOnly && (
            <LinkButton href={paths.newChannel} icon={<Plus aria-hidden size={16} />}>
              {t("newChannel.open")}
            </LinkButton>
          )
        }
      />
      <SettingsFrame section="channels" isReadOnly={isReadOnly}>
        <Card title={t("channels.title")} isFlush>
          {channels.length === 0 ? (
            <EmptyState
              icon={Store}
              title={t("channels.empty")}
              action={<LinkButton href={paths.import}>{t("channels.import")}</LinkButton>}
            >
              {t("channels.emptyBody")}
            </EmptyState>
          ) : (
            <ul>
              {channels.map(({ id, name, country, mode, undoSeconds }) => (
                <li key={id} className="border-line border-b last:border-b-0">
                  <Link
                    href={paths.settingsChannel(id)}
                    className="flex min-h-14 items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-sunken"
                  >
                    <span className="min-w-0 flex-1">
                      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                        <span className="font-semibold">{name}</span>
                        <ModeBadge mode={mode} />
                      </span>
                      <span className="block text-muted text-small">
                        {country} · {t("channels.undo", { seconds: undoSeconds })}
                      </span>
                    </span>
                    <ChevronRight aria-hidden size={18} className="shrink-0 text-subtle" />
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <PauseCard pause={pause} isReadOnly={isReadOnly} className="mt-4" />
        {seller.isDemo && (
          <DemoCard shopName={seller.name} mayRemove={permissions.includes("demo:remove")} className="mt-4" />
        )}
      </SettingsFrame>
    </div>
  );
}

export default page({ needs: "settings:read", show: SettingsPage });
