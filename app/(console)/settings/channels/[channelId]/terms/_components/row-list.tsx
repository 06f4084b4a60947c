"use client";

import { clsx } from "clsx";
import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

type RowListProps<Row extends { key: number }> = {
  title: string;
  hint?: ReactNode;
  /** Rows of one line each, parted by lines. */
  isDense?: boolean;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** A row that says nothing yet. */
  empty: () => Row;
  add: string;
  /** How the button that removes a row is called. */
  remove: (row: Row, index: number) => string;
  children: (row: Row, index: number, set: (change: Partial<Row>) => void) => ReactNode;
};

/** Rows that are added and removed; each brings its own fields. */
export function RowList<Row extends { key: number }>(props: RowListProps<Row>) {
  const { title, hint, isDense, rows, onChange, empty, add, remove, children } = props;
  const set = (index: number) => (change: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-small">{title}</legend>
      {hint && <p className="text-small text-subtle">{hint}</p>}
      {rows.length > 0 && (
        <ul className={clsx("mt-2 flex flex-col", isDense ? "divide-y divide-line" : "gap-2")}>
          {rows.map((row, index) => (
            <li key={row.key} className="flex items-start gap-2">
              {children(row, index, set(index))}
              <IconButton
                label={remove(row, index)}
                icon={<Trash2 aria-hidden size={16} />}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        size="sm"
        className="mt-2"
        icon={<Plus aria-hidden size={15} />}
        onClick={() => onChange([...rows, empty()])}
      >
        {add}
      </Button>
    </fieldset>
  );
}
