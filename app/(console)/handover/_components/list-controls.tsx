import { useTranslations } from "next-intl";
import type { Marketplace } from "@/components/returns/marketplace";
import { Link } from "@/components/ui/link";
import { HANDOVER_SORTS } from "@/lib/handovers/shared/handover-list";
import { BATCH_SIZES, type HandoverView, handoverHref } from "../search-params";

const CHOICE =
  "inline-flex min-h-7 min-w-7 items-center justify-center rounded-badge px-1.5 hover:text-fg aria-[current]:bg-sunken " +
  "aria-[current]:font-medium aria-[current]:text-fg pointer-coarse:min-h-11 pointer-coarse:min-w-11";

type ListControlsProps = { code: string; marketplace: Marketplace; view: HandoverView };

/** The order and the page size of the marketplace's own list, so that both can be worked through side by side. */
export function ListControls({ code, marketplace, view: { sort, per } }: ListControlsProps) {
  const t = useTranslations("handover.controls");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-muted text-small print:hidden">
      <nav aria-label={t("sort")} className="flex items-center gap-1">
        <span>{t("sort")}</span>
        {HANDOVER_SORTS.map((choice) => (
          <Link
            key={choice}
            href={handoverHref({ code, sort: choice, per })}
            aria-current={choice === sort ? "true" : undefined}
            className={CHOICE}
          >
            {t(choice)}
          </Link>
        ))}
      </nav>
      <nav aria-label={t("batch")} className="flex items-center gap-1">
        <span>{t("batch")}</span>
        {BATCH_SIZES.map((size) => (
          <Link
            key={size}
            href={handoverHref({ code, sort, per: size })}
            aria-current={size === per ? "true" : undefined}
            className={CHOICE}
          >
            {size}
          </Link>
        ))}
      </nav>
      <p className="text-subtle">{t("hint", { marketplace })}</p>
    </div>
  );
}
