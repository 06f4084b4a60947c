import { Download, History } from "lucide-react";
import { getTimeZone, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db";
import { listAudit, listMembers } from "@/db/queries/audit";
import { withSeller } from "@/db/tenant";
import { auditCsvHref, auditHref, filterOf, readView } from "@/lib/audit/audit-view";
import { keyPage } from "@/lib/key-page";
import { paths } from "@/lib/paths";
import { requireSeller } from "@/lib/session";
import { AuditFilters } from "./_components/audit-filters";
import { AuditList } from "./_components/audit-list";

const PER_PAGE = 50;

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") };
}

/** Everything that happened to any return, newest first, by whom. */
export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const { seller } = await requireSeller("audit:read");
  const view = readView(await searchParams);
  const [t, timeZone] = await Promise.all([getTranslations("audit"), getTimeZone()]);
  const [found, members] = await withSeller(db, seller.id, (tx) =>
    Promise.all([
      listAudit(tx, seller.id, filterOf(view, timeZone), { ...view, limit: PER_PAGE + 1 }),
      listMembers(tx, seller.id),
    ]),
  );
  const { rows, previous, next } = keyPage(found, view, PER_PAGE);
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={
          <LinkButton href={auditCsvHref(view)} prefetch={false} icon={<Download aria-hidden size={16} />}>
            {t("csv")}
          </LinkButton>
        }
      />
      <AuditFilters view={view} members={members} />
      {rows.length === 0 ? (
        <Card>
          <EmptyState
            title={t("empty")}
            icon={History}
            action={<LinkButton href={paths.audit}>{t("clear")}</LinkButton>}
          >
            {t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <AuditList rows={rows} now={new Date()} />
          <Pagination
            summary={t("order")}
            previousHref={previous && auditHref(view, { before: previous.id })}
            nextHref={next && auditHref(view, { after: next.id })}
          />
        </>
      )}
    </>
  );
}
