import { MailPlus, UserRoundX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import { env } from "@/lib/platform/env";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { listOpenInvites } from "@/lib/team/offered-invites";
import { MEMBER_LIST, MEMBERS } from "@/lib/team/team";
import { SettingsFrame } from "../_components/settings-frame";
import { InviteButton } from "./_components/invite-button";
import { InviteRow } from "./_components/invite-row";
import { MemberRow } from "./_components/member-row";
import { RoleCard } from "./_components/role-card";

export async function generateMetadata() {
  return { title: (await getTranslations("team"))("title") };
}

const COUNTED_AT_MOST = 1000;

/** Who works for the seller, who was asked to, and what each may do. */
async function TeamPage(
  { session: { seller, user, permissions } }: SellerCtx,
  { searchParams }: PageProps<"/settings/team">,
) {
  const view = MEMBERS.read(await searchParams);
  const isFirst = view.after === null && view.before === null;
  const ctx = { sellerId: seller.id };
  const [t, { found, count, invites }] = await Promise.all([
    getTranslations("team"),
    withSeller(db, seller.id, async (tx) => ({
      found: await MEMBER_LIST.page(tx, ctx, view),
      count: await MEMBER_LIST.count(tx, ctx, { state: "active" }, COUNTED_AT_MOST),
      invites: isFirst ? await listOpenInvites(tx, seller.id) : [],
    })),
  ]);
  const mayWrite = permissions.includes("team:write");
  const hasServer = env.SMTP_URL !== undefined;
  const active = found.rows.filter(({ deactivatedAt }) => deactivatedAt === null);
  const former = found.rows.filter(({ deactivatedAt }) => deactivatedAt !== null);
  const row = { mayWrite, hasServer, ownId: user.id };
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary", { count })}
        actions={
          <>
            <ExportLink href={paths.settingsCsv("team")} />
            {mayWrite && <InviteButton locale={seller.locale} hasServer={hasServer} />}
          </>
        }
      />
      <SettingsFrame section="team" isReadOnly={false}>
        <div className="flex flex-col gap-4">
          {!mayWrite && <Banner tone="neutral">{t("readOnly")}</Banner>}
          {mayWrite && !hasServer && <Banner tone="neutral">{t("noServer")}</Banner>}
          {active.length > 0 && (
            <Card title={t("members")} isFlush>
              <ul>
                {active.map((member) => (
                  <MemberRow key={member.userId} member={member} {...row} />
                ))}
              </ul>
            </Card>
          )}
          {invites.length > 0 && (
            <Card title={t("invites")} badge={<MailPlus aria-hidden size={16} className="text-subtle" />} isFlush>
              <ul>
                {invites.map((invite) => (
                  <InviteRow key={invite.id} invite={invite} mayWrite={mayWrite} hasServer={hasServer} />
                ))}
              </ul>
            </Card>
          )}
          {former.length > 0 && (
            <Card title={t("former")} badge={<UserRoundX aria-hidden size={16} className="text-subtle" />} isFlush>
              <ul>
                {former.map((member) => (
                  <MemberRow key={member.userId} member={member} {...row} />
                ))}
              </ul>
            </Card>
          )}
          {(found.previous || found.next) && (
            <Pagination summary={t("byName")} {...MEMBERS.links(paths.team, view, found)} />
          )}
          <RoleCard />
        </div>
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: TeamPage });
