import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import { type PREVIEW_CHANGE_LIST, PREVIEW_CHANGES } from "@/lib/terms/preview-changes";
import type { PreviewState } from "@/lib/terms/previews";
import { Change } from "./change";

type ChangeListProps = {
  found: Awaited<ReturnType<typeof PREVIEW_CHANGE_LIST.page>>;
  view: ReturnType<typeof PREVIEW_CHANGES.usual>;
  /** How many there are of what is shown. */
  count: number;
  preview: Pick<PreviewState, "id" | "channelId" | "marketplace">;
};

/** Which requests would have gone another way, and how. */
export function ChangeList({ found, view, count, preview }: ChangeListProps) {
  const t = useTranslations("preview.list");
  const locale = useLocale();
  const { rows } = found;
  const [first, last] = [rows.at(0)?.position ?? 0, rows.at(-1)?.position ?? 0];
  return (
    <>
      <Card title={t("title")} isFlush>
        {rows.length === 0 && <p className="px-4 py-3 text-muted">{t("empty")}</p>}
        <ul>
          {rows.map((row) => (
            <li key={row.returnId} className="border-line border-b px-4 py-2.5 last:border-b-0 md:flex md:gap-4">
              <div className="min-w-0 md:w-64 md:shrink-0">
                <Link href={paths.returnDetail(row.returnId)} className="identifier prose-link font-semibold">
                  R-{row.number}
                </Link>
                <span className="text-muted text-small"> · {formatPlainDate(row.requestedOn, { locale })}</span>
                <span className="block truncate text-small" dir="auto">
                  {shownText(row.title ?? row.orderNumber)}
                </span>
              </div>
              <Change change={row.change} marketplace={preview.marketplace} />
            </li>
          ))}
        </ul>
      </Card>
      <Pagination
        // Positions count every change, so that only the whole list can say where it stands.
        summary={view.filter.kind === null ? t("range", { first, last, count }) : t("count", { count })}
        {...PREVIEW_CHANGES.links(paths.policyPreview(preview.channelId, preview.id), view, found)}
      />
    </>
  );
}
