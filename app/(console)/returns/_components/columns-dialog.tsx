"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { Tab } from "@/lib/returns/shared/filter";
import { isAlways, LIST_COLUMNS, type ListColumn } from "@/lib/returns/shared/own-columns";
import { saveListColumns } from "../actions";

type ColumnsDialogProps = {
  tab: Tab;
  /** As they stand now, in their order. */
  shown: readonly ListColumn[];
  isOwn: boolean;
  onClose: () => void;
};

/** Which columns stand in one's lists, and in what order; every part of it works with the keyboard. */
export function ColumnsDialog({ tab, shown, isOwn, onClose }: ColumnsDialogProps) {
  const t = useTranslations("returns.columns");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(saveListColumns);
  const [order, setOrder] = useState(() => [...shown, ...LIST_COLUMNS.filter((column) => !shown.includes(column))]);
  const [on, setOn] = useState<ReadonlySet<ListColumn>>(() => new Set(shown));
  const list = useRef<HTMLUListElement>(null);
  const nameOf = (column: ListColumn) => t(column === "due" ? `due.${tab}` : column);
  const move = (column: ListColumn, by: 1 | -1) => {
    const at = order.indexOf(column);
    const other = order[at + by];
    if (other === undefined) return;
    setOrder(order.with(at, other).with(at + by, column));
    // The button goes with its line; where it can go no further, the other one has the focus.
    const isEnd = at + by === 0 || at + by === order.length - 1;
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-move="${column}:${isEnd ? -by : by}"]`)?.focus(),
    );
  };
  const keep = async (columns: readonly ListColumn[] | null) => {
    const answer = await run({ columns: columns && [...columns] });
    if (answer.ok) onClose();
    else notify({ title: words(answer.refusal), tone: "warning" });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={t("choose")}
      description={t("chooseHint")}
      footer={
        <>
          {isOwn && (
            <Button className="me-auto" onClick={() => void keep(null)}>
              {t("usual")}
            </Button>
          )}
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            isLoading={isRunning}
            onClick={() => void keep(order.filter((column) => on.has(column)))}
          >
            {common("save")}
          </Button>
        </>
      }
    >
      <ul ref={list} className="flex flex-col">
        {order.map((column, at) => (
          <li key={column} className="flex items-center gap-1">
            <Checkbox
              className="flex-1"
              label={nameOf(column)}
              checked={on.has(column)}
              disabled={isAlways(column)}
              onChange={({ target }) => {
                const next = new Set(on);
                if (target.checked) next.add(column);
                else next.delete(column);
                setOn(next);
              }}
            />
            {([-1, 1] as const).map((by) => (
              <IconButton
                key={by}
                size="sm"
                data-move={`${column}:${by}`}
                label={t(by === -1 ? "earlier" : "later", { name: nameOf(column) })}
                icon={by === -1 ? <ArrowUp aria-hidden size={15} /> : <ArrowDown aria-hidden size={15} />}
                isDisabled={at + by < 0 || at + by >= order.length}
                onClick={() => move(column, by)}
              />
            ))}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
