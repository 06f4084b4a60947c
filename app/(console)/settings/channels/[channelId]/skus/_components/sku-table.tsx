"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { formatPlainDate } from "@/lib/i18n/format";
import type { StoredSkuRule } from "@/lib/skus/sku-rules";
import { SkuDialog } from "./sku-dialog";

type SkuTableProps = { channelId: string; rows: readonly StoredSkuRule[]; isReadOnly: boolean };

/** Each SKU with what it is exempt for, until when, and how its requests are answered. */
export function SkuTable({ channelId, rows, isReadOnly }: SkuTableProps) {
  const t = useTranslations("skus");
  const locale = useLocale();
  const [open, setOpen] = useState<StoredSkuRule | null>(null);
  const day = (date: string | null) => (date === null ? "none" : formatPlainDate(date, { locale }));
  const columns: Column<StoredSkuRule>[] = [
    {
      id: "sku",
      header: t("columns.sku"),
      isRowHeader: true,
      card: "head",
      cell: ({ sku }) => <span className="identifier break-all font-medium">{sku}</span>,
    },
    {
      id: "exempt",
      header: t("columns.exempt"),
      hasCardLabel: true,
      cell: ({ exemptReason, exemptFrom, exemptUntil }) =>
        exemptReason === null ? (
          <span className="text-subtle">{t("notExempt")}</span>
        ) : (
          <>
            {t(`reasons.${exemptReason}`)}
            {(exemptFrom || exemptUntil) && (
              <span className="block text-small text-subtle">
                {t("dates", { from: day(exemptFrom), until: day(exemptUntil) })}
              </span>
            )}
          </>
        ),
    },
    {
      id: "automation",
      header: t("columns.automation"),
      hasCardLabel: true,
      cell: ({ automation }) =>
        automation ? t(`automation.${automation}`) : <span className="text-subtle">{t("automation.channel")}</span>,
    },
    {
      id: "changed",
      header: t("columns.changed"),
      hasCardLabel: true,
      cell: ({ updatedAt }) => <Time at={updatedAt} style="ago" className="text-small text-subtle" />,
    },
  ];
  const action: Column<StoredSkuRule> = {
    id: "edit",
    header: t("columns.edit"),
    isHeaderHidden: true,
    align: "end",
    card: "action",
    cell: (rule) => (
      <Button size="sm" onClick={() => setOpen(rule)} aria-label={t("editOf", { sku: rule.sku })}>
        {t("edit")}
      </Button>
    ),
  };
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={isReadOnly ? columns : [...columns, action]}
        rows={rows}
        rowId={({ skuKey }) => skuKey}
      />
      {open && <SkuDialog channelId={channelId} saved={open} onClose={() => setOpen(null)} />}
    </>
  );
}
