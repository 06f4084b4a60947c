import { useFormatter, useTranslations } from "next-intl";
import type { ComparedRow } from "@/lib/insights/compared";
import { changeOf, rateOf } from "@/lib/insights/insights-href";

/** How many returns there were in the period before, and by how much that changed where there were enough. */
export function Trend({ row }: { row: Pick<ComparedRow, "returns" | "before"> }) {
  const t = useTranslations("insights");
  const format = useFormatter();
  const change = changeOf(row);
  if (row.before === null) return null;
  return (
    <span className="block font-normal text-small text-subtle tabular-nums">
      {change !== null && (
        <>{format.number(change, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" })} · </>
      )}
      {t("before", { count: row.before })}
    </span>
  );
}

/** How much of what was sold was asked back, with the figures that it is made of. */
export function ReturnRate({ row }: { row: Pick<ComparedRow, "sold"> }) {
  const t = useTranslations("insights");
  const format = useFormatter();
  const rate = rateOf(row);
  if (row.sold === null) return t("nothing");
  return (
    <span className="tabular-nums">
      {rate === null ? t("tooFew") : format.number(rate, { style: "percent", maximumFractionDigits: 1 })}
      <span className="block font-normal text-small text-subtle">{t("ofSold", row.sold)}</span>
    </span>
  );
}
