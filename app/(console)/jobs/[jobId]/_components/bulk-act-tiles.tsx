import { useLocale, useTranslations } from "next-intl";
import type { FoundBulkAct } from "../read-bulk-act";

/** How many returns came to which end. */
export function BulkActTiles({ bulkAct }: { bulkAct: FoundBulkAct }) {
  const t = useTranslations("bulkActs");
  const locale = useLocale();
  const { total, moved, refused, notFound, state } = bulkAct;
  const pending = total - moved - refused - notFound;
  const tiles = [
    { key: "moved", count: moved },
    { key: "refused", count: refused },
    ...(notFound > 0 ? [{ key: "notFound", count: notFound } as const] : []),
    ...(state === "done" ? [] : [{ key: "pending", count: pending } as const]),
  ] as const;
  return (
    <>
      <dl className="mb-5 grid max-w-2xl grid-cols-2 gap-2 md:grid-cols-4">
        {tiles.map(({ key, count }) => (
          <div key={key} className="flex flex-col-reverse rounded-card border border-line bg-surface px-3.5 py-2.5">
            <dt className="text-muted text-small">{t(`tile.${key}`)}</dt>
            <dd className="heading text-display tabular-nums">{count.toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
      {notFound > 0 && <p className="mb-4 text-muted">{t("notFoundText", { count: notFound })}</p>}
    </>
  );
}
