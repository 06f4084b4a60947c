"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { AreaLink } from "@/components/ui/busy-area";
import { Checkbox } from "@/components/ui/checkbox";
import type { RowColumn, RowSelection } from "./row-column";

type RowHeadProps<Row> = { columns: readonly RowColumn<Row>[]; selection?: RowSelection<Row> };

/** The head of a list; on a phone only the box that selects the page is left of it. */
export function RowHead<Row>({ columns, selection }: RowHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {selection && <SelectAll selection={selection} />}
        {columns.map(({ id, header, isEnd, leaves, width, sort }) => (
          <th
            key={id}
            scope="col"
            aria-sort={sort ? (sort.direction ?? "none") : undefined}
            className={clsx(isEnd && "c-end", leaves && `c-${leaves}`, width)}
          >
            {sort ? <SortLink {...sort}>{header}</SortLink> : header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortLink({ href, direction, children }: NonNullable<RowColumn<never>["sort"]> & { children: string }) {
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <AreaLink href={href} className={clsx("c-sort", direction && "text-fg")}>
      {children}
      {direction && <Arrow aria-hidden size={12} strokeWidth={2} />}
    </AreaLink>
  );
}

function SelectAll<Row>({ selection }: { selection: RowSelection<Row> }) {
  const t = useTranslations("table");
  const boxId = useId();
  return (
    <th scope="col" className="c-box">
      <div className="flex items-center">
        <label htmlFor={boxId} className="flex cursor-pointer items-center gap-3">
          <Checkbox
            id={boxId}
            checked={selection.isAllSelected}
            isIndeterminate={selection.isSomeSelected && !selection.isAllSelected}
            onChange={() => selection.onToggleAll()}
          />
          <span className="font-normal text-muted text-small md:sr-only">{t("selectPage")}</span>
        </label>
        {selection.menu}
      </div>
    </th>
  );
}
