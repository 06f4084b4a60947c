import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { FoundJob } from "../read-job";
import { type JobPlace, jobHref, SHOWS } from "../search-params";
import { ItemTable } from "./item-table";

/** The returns of a job, all or those with one outcome, a page at a time. */
export function JobItems({ job, place }: { job: FoundJob; place: JobPlace }) {
  const { show, why } = place;
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
      <Causes job={job} why={why} />
      {first && last ? (
        <>
          <ItemTable items={rows} />
          <Pagination
            summary={t("positions", { first: first.position + 1, last: last.position + 1 })}
            previousHref={previous && jobHref(id, show, { why, before: previous.position })}
            nextHref={next && jobHref(id, show, { why, after: next.position })}
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

/** Where returns were refused for several reasons: each with its number, as a way to those alone. */
function Causes({ job: { id, causes }, why }: { job: FoundJob; why: string | null }) {
  const t = useTranslations("jobs");
  const locale = useLocale();
  const words = useTranslations("jobs.cause");
  const isKnown = (code: string): code is Parameters<typeof words>[0] => words.has(code as Parameters<typeof words>[0]);
  if (causes.length < 2) return null;
  return (
    <nav aria-label={t("causes")} className="mb-3 flex flex-wrap gap-2">
      {causes.map(({ code, count }) => (
        <ChipLink key={code} href={jobHref(id, "refused", { why: code === why ? null : code })} isActive={code === why}>
          {words(isKnown(code) ? code : "other")} <span className="tabular-nums">{count.toLocaleString(locale)}</span>
        </ChipLink>
      ))}
    </nav>
  );
}
