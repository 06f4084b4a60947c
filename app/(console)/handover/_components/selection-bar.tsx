"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/notify";

type SelectionBarProps = {
  count: number;
  orderNumbers: readonly string[];
  onTick: () => void;
  onClear: () => void;
};

const BUTTON =
  "touchable inline-flex min-h-8 items-center justify-center rounded-control border border-canvas/35 px-3 font-medium text-small hover:border-canvas max-lg:min-h-11 focus-visible:outline-canvas";

/** What is selected and what can be done with it, at the foot of the window. */
export function SelectionBar({ count, orderNumbers, onTick, onClear }: SelectionBarProps) {
  const t = useTranslations("handover.selection");
  const copy = useCopyIds();
  return (
    <section
      aria-label={t("region")}
      className="sticky bottom-3 z-30 flex flex-wrap items-center gap-2 rounded-card bg-fg px-3.5 py-1.5 text-canvas max-md:bottom-18"
    >
      <p role="status" className="min-w-0 flex-1 basis-32 font-semibold tabular-nums">
        {t("count", { count })}
      </p>
      <button type="button" className={`${BUTTON} border-canvas bg-canvas text-fg hover:bg-canvas/90`} onClick={onTick}>
        {t("tick", { count })}
      </button>
      <button type="button" className={BUTTON} onClick={() => copy(orderNumbers)}>
        {t("copy")}
      </button>
      <button type="button" className={BUTTON} onClick={onClear}>
        {t("clear")}
      </button>
    </section>
  );
}

/** Copies order ids one a line, as the search fields and spreadsheets of a marketplace take them. */
export function useCopyIds(): (orderNumbers: readonly string[]) => void {
  const t = useTranslations("handover");
  const copy = async (orderNumbers: readonly string[]) => {
    await navigator.clipboard.writeText(orderNumbers.join("\n"));
    notify({ id: "copied-ids", title: t("copied", { count: orderNumbers.length }), tone: "success" });
  };
  return (orderNumbers) => void copy(orderNumbers);
}
