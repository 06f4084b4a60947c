import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { FoundBulkAct } from "../read-bulk-act";
import { type BulkActPlace, bulkActHref, SHOWS } from "../search-params";
import { ItemTable } from "./item-table";

/** The returns of a bulk act, all or those with one outcome, a page at a time. */
export function BulkItems({ bulkAct, place }: { bulkAct: FoundBulkAct; place: BulkActPlace }) {
  const { show, why } = place;
  const t = useTranslations("bulkActs");
  const { id, total, notFound, moved, refused, rows, previous, next } = bulkAct;
  const counts = { all: total - notFound, moved, refused };
  const [first, last] = [rows[0], rows.at(-1)];
  return (
    <>
      <TabsNav
        label={t("shows")}
        tabs={SHOWS.map((key) => ({
          key,
          href: bulkActHref(id, key),
          label: t(`show.${key}`),
          isCurrent: key === show,
          count: String(counts[key]),
        }))}
      />
      <Causes bulkAct={bulkAct} why={why} />
      {first && last ? (
        <>
          <ItemTable items={rows} />
          <Pagination
            summary={t("positions", { first: first.position + 1, last: last.position + 1 })}
            previousHref={previous && bulkActHref(id, show, { why, before: previous.position })}
            nextHref={next && bulkActHref(id, show, { why, after: next.position })}
          />
        </>
      ) : (
        <Card>
          <EmptyState
            title={t("noItems")}
            action={show !== "all" && <LinkButton href={bulkActHref(id, "all")}>{t("showAll")}</LinkButton>}
          />
        </Card>
      )}
    </>
  );
}

/** Where returns were refused for several reasons: each with its number, as a way to those alone. */
function Causes({ bulkAct: { id, causes }, why }: { bulkAct: FoundBulkAct; why: string | null }) {
  const t = useTranslations("bulkActs");
  const locale = useLocale();
  const words = useTranslations("bulkActs.cause");
  const isKnown = (code: string): code is Parameters<typeof words>[0] => words.has(code as Parameters<typeof words>[0]);
  if (causes.length < 2) return null;
  return (
    <nav aria-label={t("causes")} className="mb-3 flex flex-wrap gap-2">
      {causes.map(({ code, count }) => (
        <ChipLink
          key={code}
          href={bulkActHref(id, "refused", { why: code === why ? null : code })}
          isActive={code === why}
        >
          {words(isKnown(code) ? code : "other")} <span className="tabular-nums">{count.toLocaleString(locale)}</span>
        </ChipLink>
      ))}
    </nav>
  );
}
