import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { formatDateTime, formatDateTimeZone } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { AuditImport } from "@/lib/platform/audit/audit-lines";

/** All that an import did, in one line that leads to every single thing. */
export function ImportLine({ row, now }: { row: AuditImport; now: Date }) {
  const t = useTranslations("audit.import");
  const time = useTranslations("time");
  const reading = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  const { id, at, file, files, actorName, channelName, newCount, changedCount, refusedCount } = row;
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2.5 md:grid-cols-[9rem_minmax(0,1fr)]">
      <div>
        <Link href={paths.auditOfImport(id)} className="prose-link font-semibold">
          {t("open")}
        </Link>
        <div className="wrap-anywhere text-micro text-subtle">{channelName}</div>
      </div>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="wrap-anywhere min-w-0 font-medium">{t("title", { file: file ?? "", more: files - 1 })}</p>
          <time
            dateTime={at.toISOString()}
            title={formatDateTimeZone(time, at, reading)}
            className="text-small text-subtle tabular-nums"
          >
            {formatDateTime(time, at, reading)}
          </time>
        </div>
        <p className="text-muted text-small">
          {t("did", {
            hasName: String(actorName !== null),
            name: actorName ?? "",
            newCount,
            changedCount,
            refusedCount,
          })}
        </p>
      </div>
    </li>
  );
}
