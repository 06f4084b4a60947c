import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { FoundJob } from "../read-job";
import { type JobPlace, jobHref, SHOWS } from "../search-params";
import { ItemTable } from "./item-table";

/** The returns of a job, all or those with one outcome, a page at a time. */
export function JobItems({ job, show }: { job: FoundJob; show: JobPlace["show"] }) {
  const t = useTranslations("jobs");
  const { id, total, notFound, moved, refused, rows, previous, next } = job;
  const counts = { all: total - notFound, moved, refused };
  const [first, last] = [rows[0], rows.at(-1)];
  return (
    <>
      <TabsNav
        label={t("shows")}
        tabs={SHOWS.map((key) => ({
          key,
          href: jobHref(id, key),
          label: t(`show.${key}`),
          isCurrent: key === show,
          count: String(counts[key]),
        }))}
      />
      {first && last ? (
        <>
          <ItemTable items={rows} />
          <Pagination
            summary={t("positions", { first: first.position + 1, last: last.position + 1 })}
            previousHref={previous && jobHref(id, show, { before: previous.position })}
            nextHref={next && jobHref(id, show, { after: next.position })}
          />
        </>
      ) : (
        <Card>
          <EmptyState
            title={t("noItems")}
            action={show !== "all" && <LinkButton href={jobHref(id, "all")}>{t("showAll")}</LinkButton>}
          />
        </Card>
      )}
    </>
  );
}
