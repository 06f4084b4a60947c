import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { BULK_ITEM_SHOWS, BULK_ITEMS } from "@/lib/bulk/bulk-items";
import { paths } from "@/lib/i18n/paths";
import type { FoundBulkAct } from "../read-bulk-act";
import { ItemTable } from "./item-table";

type View = ReturnType<typeof BULK_ITEMS.usual>;

const hrefOf = (bulkActId: string, asked: Partial<View["filter"]>): string =>
  paths.bulkAct(bulkActId) + BULK_ITEMS.query({ filter: { ...BULK_ITEMS.emptyFilter, ...asked } });

/** The returns of a bulk act, all or those with one outcome, a page at a time. */
export function BulkItems({ bulkAct, view }: { bulkAct: FoundBulkAct; view: View }) {
  const { show, why } = view.filter;
  const t = useTranslations("bulkActs");
  const { id, total, notFound, moved, refused, rows } = bulkAct;
  const counts = { all: total - notFound, moved, refused };
  const [first, last] = [rows[0], rows.at(-1)];
  return (
    <>
      <TabsNav
        label={t("shows")}
        tabs={BULK_ITEM_SHOWS.map((key) => ({
          key,
          href: hrefOf(id, { show: key }),
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
            {...BULK_ITEMS.links(paths.bulkAct(id), view, bulkAct)}
          />
        </>
      ) : (
        <Card>
          <EmptyState
            title={t("noItems")}
            action={show !== "all" && <LinkButton href={hrefOf(id, {})}>{t("showAll")}</LinkButton>}
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
          href={hrefOf(id, { show: "refused", why: code === why ? null : code })}
          isActive={code === why}
        >
          {words(isKnown(code) ? code : "other")} <span className="tabular-nums">{count.toLocaleString(locale)}</span>
        </ChipLink>
      ))}
    </nav>
  );
}
