import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import type { LabelCheck } from "@/lib/printing/check-labels";

/** How many of the selected will be printed, and the others by name with the reason. */
export function PrintedReturns({ check: { ready, slipOnly, missing } }: { check: LabelCheck }) {
  const t = useTranslations("printMany");
  const lacking = missing.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="mb-5 flex flex-col gap-3">
      <p>
        <strong className="font-semibold">{t("ready", { count: ready })}</strong>{" "}
        {slipOnly > 0 && t("noLabel", { count: slipOnly })}
      </p>
      {lacking > 0 && (
        <Banner tone="warning" title={t("missing", { count: lacking })}>
          <ul className="flex flex-col gap-1">
            {missing.map(({ why, items, count }) => (
              <li key={why}>
                {t("why", { why })}
                {": "}
                {items.map(({ id: returnId, number }, index) => (
                  <span key={returnId}>
                    {index > 0 && ", "}
                    <Link
                      href={paths.returnDetail(returnId)}
                      className="prose-link whitespace-nowrap"
                    >{`R-${number}`}</Link>
                  </span>
                ))}
                {count > items.length && ` ${t("more", { count: count - items.length })}`}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
