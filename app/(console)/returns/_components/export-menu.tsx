"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useMayExport } from "@/components/export-link";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { paths } from "@/lib/i18n/paths";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import type { ListRow } from "../list-row";
import { useSelection } from "./selection-context";

export type Exported = { rows: readonly Pick<ListRow, "id">[]; filter: ReturnFilter; matching: number; now: Date };

/** The list as a file: this page of it, what is selected, or all that matches. The form sends for it. */
export function useExport({ rows, filter, matching, now }: Exported): { form: ReactNode; entries: MenuEntry[] } {
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
  return {
    form: (
      <form ref={form} method="post" action={paths.returnsCsv} hidden>
        <input ref={field} type="hidden" name="export" />
      </form>
    ),
    entries: rows.length === 0 || !mayExport ? [] : entries,
  };
}

export function ExportMenu(exported: Exported) {
  const t = useTranslations("export");
  const { form, entries } = useExport(exported);
  if (entries.length === 0) return null;
  return (
    <>
      {form}
      <Menu
        trigger={
          <Button size="sm" variant="ghost" className="whitespace-nowrap" icon={<Download aria-hidden size={15} />}>
            {t("action")}
          </Button>
        }
        sections={[{ key: "export", entries }]}
      />
    </>
  );
}
