import { Mail } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { paths } from "@/lib/i18n/paths";
import { MAIL_SHOWS, MAILBOX, type MailShow } from "@/lib/messages/mailbox";
import { env } from "@/lib/platform/env";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { HeldList } from "./_components/held-list";
import { MailList } from "./_components/mail-list";
import { loadMailbox } from "./load-mailbox";

const hrefOf = (show: MailShow) => `${paths.mailbox()}${MAILBOX.query({ filter: { show } })}`;

export async function generateMetadata() {
  return { title: (await getTranslations("mailbox"))("title") };
}

/** Every message that was written for this seller: what was sent, what waits, and what did not arrive. */
async function MailboxPage({ session: { seller } }: SellerCtx, { searchParams }: PageProps<"/mailbox">) {
  const view = MAILBOX.read(await searchParams);
  const [{ found, held, isHeldCut }, t] = await Promise.all([loadMailbox(seller.id, view), getTranslations("mailbox")]);
  const { rows } = found;
  const { show } = view.filter;
  return (
    <>
      <PageHeader title={t("title")} summary={t("summary")} actions={<ExportLink href={paths.mailboxCsv(show)} />} />
      {!env.SMTP_URL && (
        <Banner tone="attention" title={t("noServer.title")} className="mb-4">
          {t("noServer.body")}
        </Banner>
      )}
      <TabsNav
        label={t("tabs.label")}
        tabs={MAIL_SHOWS.map((key) => ({ key, href: hrefOf(key), label: t(`tabs.${key}`), isCurrent: key === show }))}
      />
      {held.length > 0 && <HeldList held={held} isCut={isHeldCut} />}
      <Card isFlush>
        {rows.length === 0 ? (
          <EmptyState title={t(`empty.${show}.title`)} icon={Mail}>
            {t(`empty.${show}.body`)}
          </EmptyState>
        ) : (
          <MailList rows={rows} />
        )}
      </Card>
      {rows.length > 0 && (
        <Pagination summary={t("page", { count: rows.length })} {...MAILBOX.links(paths.mailbox(), view, found)} />
      )}
    </>
  );
}

export default page({ needs: "returns:read", show: MailboxPage });
