import { useTranslations } from "next-intl";
import { TimelineEvent } from "@/components/returns/timeline-event";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import type { AuditRow } from "@/lib/platform/audit/audit";
import type { AuditLine } from "@/lib/platform/audit/audit-lines";
import { readTold } from "@/lib/policy/events/told";
import { ImportLine } from "./import-line";

/** Events of many returns, each beside the return it is about, and imports in a line each. */
export function AuditList({ rows, now }: { rows: readonly AuditLine[]; now: Date }) {
  const t = useTranslations("audit");
  return (
    <Card isFlush>
      <ol aria-label={t("list")} className="divide-y divide-line">
        {rows.map((row) =>
          "import" in row ? (
            <ImportLine key={row.id} row={row.import} now={now} />
          ) : (
            <EventLine key={row.id} row={row.event} now={now} />
          ),
        )}
      </ol>
    </Card>
  );
}

function EventLine({ row, now }: { row: AuditRow; now: Date }) {
  const t = useTranslations("audit");
  const number = `R-${row.number}`;
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 md:grid-cols-[9rem_minmax(0,1fr)]">
      <div>
        <Link href={`${paths.returnDetail(row.returnId)}#e-${row.id}`} className="identifier prose-link font-semibold">
          {number}
        </Link>
        <div className="wrap-anywhere text-micro text-subtle">{row.channelName}</div>
        <Link href={paths.auditOf(number)} className="prose-link text-micro" aria-label={t("onlyReturn", { number })}>
          {t("only")}
        </Link>
      </div>
      <div className="min-w-0">
        <TimelineEvent event={readTold(row)} marketplace={row.marketplace} now={now} bulkActHref={paths.bulkAct} />
      </div>
    </li>
  );
}
