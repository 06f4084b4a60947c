import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ImportRow } from "@/lib/imports/imports";

/** The four numbers of an import, before it runs and after. */
export function Counts({ row }: { row: ImportRow }) {
  const t = useTranslations("import.counts");
  const numbers = [
    { key: "new", value: row.newCount },
    { key: "changed", value: row.changedCount },
    { key: "unchanged", value: row.unchangedCount },
    { key: "refused", value: row.refusedCount },
  ] as const;
  const label = (key: (typeof numbers)[number]["key"]) =>
    key === "refused" ? t(key) : t(`${key}Of`, { kind: row.kind });
  return (
    <dl className="grid grid-cols-2 gap-px bg-line md:grid-cols-4">
      {numbers.map(({ key, value }) => (
        <div key={key} className="flex flex-col-reverse bg-surface px-4 py-3">
          <dt className="text-muted text-small">{label(key)}</dt>
          <dd className={clsx("heading text-h1 tabular-nums", key === "refused" && value > 0 && "text-danger")}>
            {value.toLocaleString("en-US")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
