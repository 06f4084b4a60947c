import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { shownText } from "@/lib/kernel/shown-text";
import type { KeptScan } from "./bench-kept";

type KeptScansProps = {
  scans: readonly KeptScan[];
  onLookUp: (scan: KeptScan) => void;
  onDrop: (id: string) => Promise<void>;
};

/** What was scanned while nobody answered and the bench did not know by itself: to be looked up one by one. */
export function KeptScans({ scans, onLookUp, onDrop }: KeptScansProps) {
  const t = useTranslations("receive.kept");
  const format = useFormatter();
  if (scans.length === 0) return null;
  return (
    <section
      aria-label={t("title", { count: scans.length })}
      className="mt-3 rounded-card border border-line bg-surface"
    >
      <h2 className="px-4 pt-3 heading">{t("title", { count: scans.length })}</h2>
      <ul className="divide-y divide-line">
        {scans.map((scan) => {
          const name = shownText(scan.text);
          return (
            <li key={scan.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <p className="min-w-0 flex-1 truncate identifier">{name}</p>
              <time className="text-muted text-small tabular-nums">
                {format.dateTime(new Date(scan.at), { hour: "2-digit", minute: "2-digit" })}
              </time>
              <Button size="sm" aria-label={t("lookUpNamed", { name })} onClick={() => onLookUp(scan)}>
                {t("lookUp")}
              </Button>
              <Button
                size="sm"
                variant="ghost"
                aria-label={t("dropNamed", { name })}
                onClick={() => void onDrop(scan.id)}
              >
                {t("drop")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
