"use client";

import { Columns3, ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useArea } from "@/components/ui/busy-area";
import { Button } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { lazily } from "@/components/ui/lazily";
import { SearchInput } from "@/components/ui/search-input";
import { KNOWN_REASONS, normaliseReason, reasonKey } from "@/lib/policy/judging/reasons";
import type { ListFrame } from "@/lib/returns/returns-frame";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";
import type { ListRow } from "../list-row";
import { FilterDialog } from "./filter-dialog";
import { FilterMenus } from "./filter-menus";
import { columnsOf } from "./list-columns";

const ColumnsDialog = lazily(() => import("./columns-dialog").then((module) => module.ColumnsDialog));

type FilterBarProps = {
  filter: ReturnFilter;
  kept: Kept;
  frame: ListFrame;
  rows: readonly ListRow[];
  activeCount: number;
  /** On a phone: rows show their boxes only while somebody is selecting. */
  select: { isOn: boolean; toggle: () => void } | null;
};

/** The reasons we have words for, and the codes on this page that have none. */
const reasonsOf = (rows: readonly ListRow[], chosen: readonly string[]): string[] => {
  const codes = rows.flatMap(({ lines }) => lines.map(({ reason }) => normaliseReason(reason)));
  const unknown = [...codes, ...chosen].filter((code) => reasonKey(code) === null);
  return [...KNOWN_REASONS, ...new Set(unknown)];
};

/** Search and filters of the list. */
export function FilterBar({ filter, kept, frame, rows, activeCount, select }: FilterBarProps) {
  const t = useTranslations("returns.filter");
  const { go } = useArea();
  const columns = useTranslations("returns.columns");
  const [isOpen, setOpen] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const shared = {
    filter,
    kept,
    channels: frame.channels,
    members: frame.members,
    tags: frame.tags,
    reasons: reasonsOf(rows, filter.reason),
  };
  const search = (text: string) => {
    const next = { ...filter, q: text === "" ? null : text.slice(0, 200) };
    go(listHref(next, { ...kept, isSubmitted: text !== "" }));
  };
  return (
    <div className="flex items-center gap-1.5 md:h-8">
      <SearchInput
        key={filter.q}
        className="min-w-0 flex-1 md:max-w-75 md:min-w-44"
        label={t("search")}
        placeholder={t("searchHint")}
        defaultValue={filter.q ?? ""}
        onCommit={search}
      />
      <FilterMenus {...shared} />
      <Button
        size="sm"
        variant="ghost"
        className="shrink-0 whitespace-nowrap text-muted"
        icon={<ListFilter aria-hidden size={15} />}
        aria-haspopup="dialog"
        aria-label={activeCount > 0 ? t("openCount", { count: activeCount }) : t("open")}
        onClick={() => setOpen(true)}
      >
        <span className="max-md:sr-only">{t("more")}</span>
        {activeCount > 0 && <span className="tabular-nums md:hidden">{activeCount}</span>}
      </Button>
      {(frame.unknownStatuses > 0 || filter.isStatusUnknown) && (
        <span className="max-rail:hidden">
          <ChipLink
            href={listHref({ ...filter, tab: "all", isStatusUnknown: !filter.isStatusUnknown }, kept)}
            isActive={filter.isStatusUnknown}
          >
            {t("unknownCount", {
              count: Math.min(frame.unknownStatuses, 1000),
              isMore: String(frame.unknownStatuses > 1000),
            })}
          </ChipLink>
        </span>
      )}
      <IconButton
        size="sm"
        className="ms-auto max-md:hidden"
        label={columns("choose")}
        icon={<Columns3 aria-hidden size={16} />}
        aria-haspopup="dialog"
        onClick={() => setChoosing(true)}
      />
      {select && (
        <Button size="sm" className="shrink-0 md:hidden" aria-pressed={select.isOn} onClick={select.toggle}>
          {select.isOn ? t("selectDone") : t("select")}
        </Button>
      )}
      {isChoosing && (
        <ColumnsDialog
          tab={filter.tab}
          shown={columnsOf(filter.tab, frame.ownColumns)}
          isOwn={frame.ownColumns !== null}
          onClose={() => setChoosing(false)}
        />
      )}
      <FilterDialog key={listHref(filter)} isOpen={isOpen} onClose={() => setOpen(false)} {...shared} />
    </div>
  );
}
