"use client";

import { useTranslations } from "next-intl";
import { useReasonName } from "@/components/returns/reason-name";
import { Checkbox } from "@/components/ui/checkbox";

type ReasonChecksProps = {
  /** Read as the name of the group. */
  legend: string;
  /** In words what is chosen; a click on it opens the list. */
  summary: string;
  reasons: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Some of the return reasons, folded away until somebody wants to choose. */
export function ReasonChecks({ legend, summary, reasons, chosen, onChange }: ReasonChecksProps) {
  const t = useTranslations("terms");
  const nameOf = useReasonName();
  const all = [...new Set([...reasons, ...chosen])];
  return (
    <details className="min-w-0 rounded-control border border-line">
      <summary className="cursor-pointer px-3 py-2 text-small pointer-coarse:py-3">
        <span className="font-medium">{legend}</span> {summary}
      </summary>
      <fieldset className="border-line border-t px-3 py-2">
        <legend className="sr-only">{legend}</legend>
        <div className="grid gap-x-4 gap-y-1 md:grid-cols-2">
          {all.map((reason) => (
            <Checkbox
              key={reason}
              label={nameOf(reason)}
              checked={chosen.includes(reason)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, reason] : chosen.filter((each) => each !== reason))
              }
            />
          ))}
        </div>
        <p className="sr-only" role="status">
          {t("chosen", { count: chosen.length })}
        </p>
      </fieldset>
    </details>
  );
}
