import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findDigestTime, listMemberChoices } from "@/lib/messages/notification-preferences";
import { listRobots } from "@/lib/messages/robots";
import { env } from "@/lib/platform/env";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { SettingsFrame } from "../_components/settings-frame";
import { NotificationsForm } from "./_components/notifications-form";
import { RobotsCard } from "./_components/robots-card";

export async function generateMetadata() {
  return { title: (await getTranslations("notifications"))("title") };
}

/** Who is told of what: one's own mails, for owners everybody's, the time of the digest, and group robots. */
async function NotificationsPage({ session: { seller, user, permissions } }: SellerCtx) {
  const [t, [members, digest, robots]] = await Promise.all([
    getTranslations("notifications"),
    withSeller(db, seller.id, (tx) =>
      Promise.all([listMemberChoices(tx, seller.id), findDigestTime(tx, seller.id), listRobots(tx, seller.id)]),
    ),
  ]);
  const isManager = permissions.includes("settings:write");
  const isOwner = permissions.includes("team:write");
  return (
    <>
      <PageHeader title={t("title")} summary={t("summary")} />
      <SettingsFrame section="notifications" isReadOnly={false}>
        <div className="flex flex-col gap-4">
          <NotificationsForm
            email={user.email}
            own={members.find(({ id }) => id === user.id) ?? null}
            colleagues={isOwner ? members.filter(({ id }) => id !== user.id) : null}
            digest={digest}
            zones={isManager ? [...new Set(["UTC", digest.zone, ...Intl.supportedValuesOf("timeZone")])] : null}
            hasMailServer={env.SMTP_URL !== undefined}
          />
          <RobotsCard robots={robots} mayChange={isManager} />
        </div>
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: NotificationsPage });
