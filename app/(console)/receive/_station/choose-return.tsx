import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { shownText } from "@/lib/kernel/shown-text";
import type { ScannedReturn } from "@/lib/receiving/find-scanned";

type ChooseReturnProps = { found: { returns: readonly ScannedReturn[] }; onChoose: (found: ScannedReturn) => void };

/** A parcel or an order stands for several returns: which of them lies on the bench. */
export function ChooseReturn({ found, onChoose }: ChooseReturnProps) {
  const t = useTranslations("receive");
  return (
    <ul
      aria-label={t("choose")}
      className="mt-3 divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {found.returns.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
          <div className="min-w-0 flex-1">
            <p className="font-semibold">R-{one.number}</p>
            <p className="truncate text-muted text-small">
              {one.lines.map(({ title, sku }) => shownText(title ?? sku ?? "")).join(", ")}
            </p>
          </div>
          <Button aria-label={t("chooseNamed", { name: `R-${one.number}` })} onClick={() => onChoose(one)}>
            {t("chooseThis")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
