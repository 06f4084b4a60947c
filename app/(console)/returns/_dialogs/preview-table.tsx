import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { formatMoney } from "@/lib/kernel/money";
import { shownText } from "@/lib/kernel/shown-text";

export type PreviewLine = {
  id: string;
  /** Null where the return is not this seller's. */
  name: string | null;
  title: string | null;
  orderNumber: string | null;
  why: ReactNode;
  value: { amountMinor: number; currency: string } | null;
  /** Left out, but somebody may take it along. */
  canBeTaken?: boolean;
};

type PreviewTableProps = {
  caption: string;
  lines: readonly PreviewLine[];
  /** Other heads than the usual ones; null: without that column. */
  columns?: { why: null; value: string };
  /** Without it rows cannot be left out one by one. */
  onLeaveOut?: (id: string) => void;
  /** Without it what is left out cannot be taken along. */
  onTakeAlong?: (id: string) => void;
};

const CELL = "px-2.5 py-1.5 align-top";

/** The returns of one group of a preflight. */
export function PreviewTable({ caption, lines, columns, onLeaveOut, onTakeAlong }: PreviewTableProps) {
  const t = useTranslations("bulk");
  const locale = useLocale();
  const change = onLeaveOut ?? onTakeAlong;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <section aria-label={caption} tabIndex={0} className="max-h-64 overflow-auto border-line border-t">
      <table className="w-full text-small">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-surface text-start text-subtle shadow-[0_1px_0_var(--border)]">
          <tr>
            {change && (
              <th scope="col" className={`${CELL} w-8`}>
                <span className="sr-only">{t("columns.include")}</span>
              </th>
            )}
            <th scope="col" className={`${CELL} text-start font-medium`}>
              {t("columns.return")}
            </th>
            <th scope="col" className={`${CELL} text-start font-medium max-md:hidden`}>
              {t("columns.item")}
            </th>
            {!columns && (
              <th scope="col" className={`${CELL} text-start font-medium`}>
                {t("columns.why")}
              </th>
            )}
            <th scope="col" className={clsx(CELL, "text-end font-medium", !columns && "max-xs:hidden")}>
              {columns?.value ?? t("columns.value")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map(({ id, name, title, orderNumber, why, value, canBeTaken }) => (
            <tr key={id}>
              {change && (
                <td className={CELL}>
                  {(onLeaveOut || canBeTaken) && (
                    <Checkbox
                      checked={onLeaveOut !== undefined}
                      onChange={() => change(id)}
                      aria-label={t("include", { number: name ?? t("unknownReturn") })}
                      className="mt-0.5"
                    />
                  )}
                </td>
              )}
              <th scope="row" className={`${CELL} text-start font-medium`}>
                <span className="whitespace-nowrap">{name ?? t("unknownReturn")}</span>
                {orderNumber && <span className="identifier block font-normal text-subtle">{orderNumber}</span>}
              </th>
              <td className={`${CELL} max-w-56 max-md:hidden`} dir="auto">
                <span className="line-clamp-2">{shownText(title ?? (name ? t("noItem") : ""))}</span>
              </td>
              {!columns && <td className={CELL}>{why}</td>}
              <td className={clsx(CELL, "whitespace-nowrap text-end tabular-nums", !columns && "max-xs:hidden")}>
                {value ? formatMoney(value, locale) : name && <span className="text-subtle">{t("noValue")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
