import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { paths } from "@/lib/i18n/paths";
import { REACH } from "@/lib/policy/reach";
import type { DayAside } from "@/lib/returns/today";

const STALE_AFTER_MS = 24 * 3_600_000;

type DayDataProps = Pick<DayAside, "channels" | "lastImport"> & { now: Date };

/** How fresh what is known of each channel is, and what the last import brought. */
export function DayData({ channels, lastImport, now }: DayDataProps) {
  const t = useTranslations("today.data");
  return (
    <>
      <section aria-label={t("title")}>
        <div className="flex items-baseline justify-between gap-3 pb-1">
          <h2 className="font-semibold">{t("title")}</h2>
          <Link href={paths.import} className="prose-link">
            {t("import")}
          </Link>
        </div>
        <ul>
          {channels.map(({ id, name, mode, dataAsOf }) => {
            const isReported = REACH[mode].confirmsBy === "report";
            const isStale = isReported && (dataAsOf === null || now.getTime() - dataAsOf.getTime() > STALE_AFTER_MS);
            return (
              <li key={id} className="flex items-center gap-2 py-0.75">
                <span
                  aria-hidden
                  className={clsx(
                    "size-1.75 shrink-0 rounded-full",
                    isStale ? "bg-tone-attention-icon" : "bg-tone-success-icon",
                  )}
                />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className={isStale ? "font-medium text-tone-attention-fg" : "text-muted"}>
                  {!isReported ? t("live") : dataAsOf ? <Time at={dataAsOf} style="ago" /> : t("never")}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      {lastImport && (
        <section aria-label={t("last")}>
          <div className="flex items-baseline justify-between gap-3 pb-1">
            <h2 className="font-semibold">{t("last")}</h2>
            <Link href={paths.importDetail(lastImport.id)} className="prose-link">
              {lastImport.counts.refused > 0 ? t("refused", { count: lastImport.counts.refused }) : t("open")}
            </Link>
          </div>
          <p className="text-muted">
            {t.rich("by", {
              channel: lastImport.channelName,
              when: () => <Time at={lastImport.at} style="ago" />,
              hasName: String(lastImport.byName !== null),
              name: lastImport.byName ?? "",
            })}
          </p>
          <p className="text-muted tabular-nums">{t("counts", lastImport.counts)}</p>
        </section>
      )}
    </>
  );
}
