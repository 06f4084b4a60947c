"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import type { Selection } from "./column";

export function SelectAll({ selection }: { selection: Selection }) {
  const t = useTranslations("table");
  const boxId = useId();
  return (
    <th
      scope="col"
      className={clsx(
        "w-10 bg-sunken ps-3 text-start font-normal max-lg:block max-lg:w-auto max-lg:border-line max-lg:border-b max-lg:px-3 lg:sticky lg:top-0 lg:z-10 lg:shadow-[inset_0_-1px_var(--border)]",
        selection.isOnCards === false && "max-lg:hidden!",
      )}
    >
      <div className="flex items-center gap-1">
        <label htmlFor={boxId} className="flex min-h-9 cursor-pointer items-center gap-3 pointer-coarse:min-h-11">
          <Checkbox
            id={boxId}
            checked={selection.isAllSelected}
            isIndeterminate={selection.isSomeSelected && !selection.isAllSelected}
            onChange={() => selection.onToggleAll()}
          />
          <span className="text-muted text-small lg:sr-only">{t("selectPage")}</span>
        </label>
        {selection.menu}
      </div>
    </th>
  );
}

type SelectRowProps = { selection: Selection; id: string; name: string; isSelected: boolean };

export function SelectRow({ selection, id, name, isSelected }: SelectRowProps) {
  const t = useTranslations("table");
  const boxId = useId();
  const isShift = useRef(false);
  const { isOnCards } = selection;
  return (
    <td
      className={clsx(
        "w-10 align-top max-lg:absolute max-lg:inset-y-0 max-lg:start-0 max-lg:w-11",
        isOnCards === false && "max-lg:hidden",
      )}
    >
      {/* The whole corner takes the click, so that a near miss does not open the row. */}
      <label
        htmlFor={boxId}
        className="flex h-full min-h-9 cursor-pointer items-start justify-center pt-[calc(var(--cell-y)+0.125rem)] pointer-coarse:min-h-11 max-lg:pt-3.5"
        onMouseDown={(event) => {
          isShift.current = event.shiftKey;
          if (event.shiftKey) event.preventDefault();
        }}
      >
        <Checkbox
          id={boxId}
          aria-label={t("selectRow", { name })}
          checked={isSelected}
          onChange={() => {
            selection.onToggle(id, { isRange: isShift.current });
            isShift.current = false;
          }}
        />
      </label>
    </td>
  );
}
