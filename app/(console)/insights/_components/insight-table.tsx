import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { Link } from "@/components/ui/link";
import type { ComparedRow } from "@/lib/insights/compared";
import type { Dimension } from "@/lib/insights/insights";
import { Amounts } from "./amounts";
import { Answers } from "./answers";
import { ReturnRate, Trend } from "./compared";

type InsightTableProps = { rows: readonly NamedRow[]; total: ComparedRow; by: Dimension };

/** Every figure of every group, each with its returns. */
export function InsightTable({ rows, total, by }: InsightTableProps) {
  const t = useTranslations("insights");
  const format = useFormatter();
  const linked = ({ href, label }: NamedRow, what: string, figure: ReactNode) =>
    href === null ? (
      figure
    ) : (
      <Link
        href={href}
        title={t("open", { name: label })}
        className="underline decoration-control underline-offset-3 hover:decoration-2"
      >
        <span className="sr-only">{`${label}, ${what}: `}</span>
        {figure}
      </Link>
    );
  const money = (
    id: "refunded" | "intended" | "labels",
    of: (row: NamedRow) => { amounts: NamedRow["refunded"]; unknown: number },
  ) => ({
    id,
    header: t(`columns.${id}`),
    align: "end" as const,
    card: "line" as const,
    hasCardLabel: true,
    cell: (row: NamedRow) => {
      const { amounts, unknown } = of(row);
      const isNothing = Object.keys(amounts).length === 0 && unknown === 0;
      const figure = <Amounts amounts={amounts} unknown={unknown} total={row.returns} />;
      return isNothing ? figure : linked(row, t(`columns.${id}`), figure);
    },
  });
  const rate = {
    id: "rate",
    header: t("columns.rate"),
    align: "end" as const,
    card: "line" as const,
    hasCardLabel: true,
    cell: (row: NamedRow) => <ReturnRate row={row} />,
  };
  return (
    <DataTable
      caption={t(`caption.${by}`)}
      rows={rows}
      rowId={(row) => (row.isRest ? "rest" : (row.key ?? "none"))}
      columns={[
        {
          id: "name",
          header: t(`by.${by}`),
          isRowHeader: true,
          card: "head",
          cell: (row) => (
            <span className={by === "sku" && row.key !== null ? "identifier font-semibold" : "font-semibold"}>
              {row.label}
            </span>
          ),
        },
        {
          id: "returns",
          header: t("columns.returns"),
          align: "end",
          card: "badge",
          cell: (row) => (
            <>
              {linked(row, t("columns.returns"), <span className="tabular-nums">{format.number(row.returns)}</span>)}{" "}
              <span className="text-small text-subtle tabular-nums">
                {format.number(row.returns / total.returns, { style: "percent", maximumFractionDigits: 0 })}
              </span>
              <Trend row={row} />
            </>
          ),
        },
        {
          id: "units",
          header: t("columns.units"),
          align: "end",
          card: "line",
          hasCardLabel: true,
          cell: (row) => (
            <>
              {linked(row, t("columns.units"), <span className="tabular-nums">{format.number(row.units)}</span>)}
              {row.sold === null && row.ordered !== null && (
                <span className="block text-small text-subtle">{t("ofOrdered", { count: row.ordered })}</span>
              )}
              {row.sold === null && row.orderedUnknown > 0 && (
                <span className="block text-small text-subtle">
                  {t("orderedUnknown", { count: row.orderedUnknown })}
                </span>
              )}
            </>
          ),
        },
        ...(rows.some(({ sold }) => sold !== null) ? [rate] : []),
        {
          id: "late",
          header: t("columns.late"),
          align: "end",
          card: "line",
          hasCardLabel: true,
          cell: (row) => <Answers row={row} href={row.href && row.answeredLate > 0 ? `${row.href}&due=late` : null} />,
        },
        money("refunded", (row) => ({ amounts: row.refunded, unknown: row.refundedUnknown })),
        money("intended", (row) => ({ amounts: row.intended, unknown: row.intendedUnknown })),
        money("labels", (row) => ({ amounts: row.labelCosts, unknown: row.labelCostsUnknown })),
      ]}
    />
  );
}

/** A group with its name in the reader's words, and its returns where a list can show them. */
export type NamedRow = ComparedRow & { label: string; href: string | null };

/** What a bar is drawn from. */
export type ChartBar = Pick<NamedRow, "label" | "returns" | "href" | "isRest">;
