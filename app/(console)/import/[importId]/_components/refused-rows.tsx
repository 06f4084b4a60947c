import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { LinkButton } from "@/components/ui/link-button";
import type { ImportRefusalRow, ImportRow } from "@/lib/imports/imports";
import { hasNothingRead } from "@/lib/policy/imports/import-report";
import { useReasonWords } from "../../_components/reason-words";
import { importPaths } from "../../import-paths";

const HEAD = "px-3 py-1.5 text-start font-medium whitespace-nowrap";
const CELL = "px-3 py-(--cell-y) align-top";

/** The first refused rows, each with its place and the reason in words, and the way to all of them. */
export function RefusedRows({ row, refused }: { row: ImportRow; refused: readonly ImportRefusalRow[] }) {
  const t = useTranslations("import.refusedTable");
  const words = useReasonWords();
  if (refused.length === 0) return null;
  return (
    <Card
      title={t("title")}
      badge={<Count isCritical>{row.refusedCount.toLocaleString("en-US")}</Count>}
      aside={
        <LinkButton href={importPaths.refused(row.id)} download size="sm" icon={<Download aria-hidden size={14} />}>
          {t("download")}
        </LinkButton>
      }
      isFlush
    >
      <p className="px-4 py-2.5 text-muted text-small">
        {refused.length < row.refusedCount && t("first", { count: refused.length, total: row.refusedCount })}
        {refused.length >= row.refusedCount && t(hasNothingRead(row) ? "allRefused" : "good")}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keyboard */}
      <section className="overflow-x-auto border-line border-t" tabIndex={0} aria-label={t("scroll")}>
        <table className="w-full text-small">
          <caption className="sr-only">{t("title")}</caption>
          <thead className="bg-sunken text-subtle">
            <tr>
              <th scope="col" className={HEAD}>
                {t("line")}
              </th>
              <th scope="col" className={`${HEAD} max-md:hidden`}>
                {t("column")}
              </th>
              <th scope="col" className={HEAD}>
                {t("reason")}
              </th>
              <th scope="col" className={`${HEAD} max-md:hidden`}>
                {t("value")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {refused.map((refusal) => (
              <tr key={refusal.id}>
                <th scope="row" className={`${CELL} text-start font-medium tabular-nums`}>
                  {refusal.line}
                </th>
                <td className={`${CELL} whitespace-nowrap max-md:hidden`}>{refusal.column ?? "–"}</td>
                <td className={CELL}>
                  {words(refusal)}
                  {row.files.length > 1 && <span className="block break-all text-subtle">{refusal.file}</span>}
                </td>
                <td className={`${CELL} identifier max-w-60 break-all max-md:hidden`} dir="auto">
                  {refusal.value ?? "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
