import { FileInput } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { ImportRow } from "@/lib/imports/imports";
import { isCounted } from "@/lib/policy/machines/import/statuses";
import { importPaths } from "../import-paths";
import { StateBadge } from "./state-badge";

const CELL = "px-4 py-2.5 align-top";

export function RecentImports({ imports }: { imports: readonly ImportRow[] }) {
  const t = useTranslations("import");
  if (imports.length === 0) {
    return (
      <EmptyState title={t("noRecent")} icon={FileInput}>
        {t("noRecentBody")}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {imports.map((row) => (
        <li key={row.id} className={`${CELL} grid gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto]`}>
          <div className="min-w-0">
            <Link href={importPaths.detail(row.id)} className="prose-link break-words font-medium">
              {t("moreFiles", {
                name: row.files[0]?.name ?? row.channelName,
                count: Math.max(0, row.files.length - 1),
              })}
            </Link>
            <p className="text-muted text-small">
              {row.channelName} · {t(`kind.${row.kind}`)} · <Time at={row.createdAt} style="ago" /> ·{" "}
              {row.createdByName ? t("by", { name: row.createdByName }) : t("bySystem")}
            </p>
            {isCounted(row.state) && (
              <p className="text-small text-subtle tabular-nums">
                {t("outcome", {
                  new: row.newCount,
                  changed: row.changedCount,
                  unchanged: row.unchangedCount,
                  refused: row.refusedCount,
                })}
              </p>
            )}
          </div>
          <div className="md:text-end">
            <StateBadge state={row.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}
