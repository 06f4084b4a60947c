"use client";

import { ChevronDown, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useMayExport } from "@/components/may-export";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { paths } from "@/lib/i18n/paths";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import type { ListRow } from "../list-row";
import { useSelection } from "./selection-context";

type ExportMenuProps = { rows: readonly ListRow[]; filter: ReturnFilter; matching: number; now: Date };

/** The list as a file: this page of it, what is selected, or all that matches. */
export function ExportMenu({ rows, filter, matching, now }: ExportMenuProps) {
  const t = useTranslations("export");
  const mayExport = useMayExport();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { count, isEmpty, toRequest } = useSelection();
  const download = (selection: Selection) => {
    if (!form.current || !field.current) return;
    field.current.value = JSON.stringify({ selection, isOldestFirst: filter.sort === "requested" });
    form.current.submit();
  };
  const all: Selection = { mode: "query", filter, snapshotAt: now.toISOString(), excludedIds: [] };
  const entries = [
    ...(isEmpty
      ? []
      : [
          {
            key: "selected",
            label: t("selected", { count: count ?? matching }),
            onSelect: () => download(toRequest()),
          },
        ]),
    {
      key: "page",
      label: t("page", { count: rows.length }),
      onSelect: () => download({ mode: "ids", ids: rows.map(({ id }) => id) }),
    },
    {
      key: "matching",
      label: t("matching", { count: Math.min(matching, 1000), isMore: String(matching > 1000) }),
      onSelect: () => download(all),
    },
  ];
  if (rows.length === 0 || !mayExport) return null;
  return (
    <>
      <form ref={form} method="post" action={paths.returnsCsv} hidden>
        <input ref={field} type="hidden" name="export" />
      </form>
      <Menu
        trigger={
          <Button className="whitespace-nowrap" icon={<Download aria-hidden size={16} />}>
            {t("action")}
            <ChevronDown aria-hidden size={15} className="text-subtle" />
          </Button>
        }
        sections={[{ key: "export", entries }]}
      />
    </>
  );
}
