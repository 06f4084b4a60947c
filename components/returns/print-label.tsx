"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/i18n/paths";
import type { LabelSource } from "@/lib/labels/shared/label-state";
import type { PrintPart, PrintSizes } from "@/lib/policy/labels/sizes";
import { PrintSizesField } from "./print-sizes-field";
import { usePrintSizes } from "./use-print-sizes";

type PrintLabelProps = { returnId: string; source: LabelSource; sizes: PrintSizes };

/** S0-07: label and slip of a return, each as a PDF in a new tab, on the paper that is chosen. */
export function PrintLabel({ returnId, source, sizes: kept }: PrintLabelProps) {
  const t = useTranslations("print");
  const { sizes, choose } = usePrintSizes(kept);
  const isDrawn = source === "drawn";
  const choices: readonly (PrintPart | "both")[] = isDrawn ? ["both", "label", "slip"] : ["slip"];
  const { labelSize: size, slipSize: paper } = sizes;
  return (
    <div className="my-1 flex flex-col gap-2.5 border-line border-y py-3 print:hidden">
      {!isDrawn && <p className="text-muted">{t(source)}</p>}
      <div className="flex flex-wrap gap-2">
        {choices.map((parts) => (
          <a
            key={parts}
            href={paths.label(returnId, { parts, ...(size && { size }), ...(paper && { paper }) })}
            target="_blank"
            rel="noopener"
            className={buttonClass("secondary", "sm")}
          >
            {parts === choices[0] && <Printer aria-hidden size={15} />}
            {t(parts)}
            <span className="sr-only">{t("newTab")}</span>
          </a>
        ))}
      </div>
      <PrintSizesField sizes={sizes} onChange={choose} hasLabel={isDrawn} />
    </div>
  );
}
