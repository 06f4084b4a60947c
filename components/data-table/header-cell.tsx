import { clsx } from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { Link } from "@/components/ui/link";
import type { Column } from "./column";
import { IS_VERY_WIDE, IS_WIDE } from "./table-class";

export function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, align, width, isHeaderHidden = false, sort } = column;
  const Arrow =
    sort?.direction === "ascending" ? ArrowUp : sort?.direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
      style={width === undefined ? undefined : { width }}
      className={clsx(
        "whitespace-nowrap bg-sunken px-1.5 py-2 xl:px-2 font-medium text-micro text-subtle first:ps-4 last:pe-3 max-lg:sr-only",
        "lg:sticky lg:top-0 lg:z-10 lg:shadow-[inset_0_-1px_var(--border)]",
        align === "end" ? "text-end" : "text-start",
        column.isWide && IS_WIDE,
        column.isVeryWide && IS_VERY_WIDE,
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          className={clsx(
            "-mx-1 inline-flex items-center gap-1 rounded-badge px-1 py-0.5 hover:text-fg",
            sort.direction && "text-fg",
          )}
        >
          {header}
          <Arrow aria-hidden size={13} className={clsx(!sort.direction && "opacity-60")} />
        </Link>
      ) : (
        <span className={clsx(isHeaderHidden && "sr-only")}>{header}</span>
      )}
    </th>
  );
}
