"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useRowKeys } from "@/components/data-table/use-row-keys";
import { useShortcut } from "@/components/ui/use-shortcut";
import { batchesOf } from "@/lib/handovers/shared/handover-list";
import { HANDED_OVER } from "@/lib/policy/machines/return/marketplace-steps";
import type { HandoverList } from "../read-handovers";
import type { HandoverView } from "../search-params";
import { Batch } from "./batch";
import { ConflictList } from "./conflict-list";
import { HandoverEmpty } from "./handover-empty";
import { HowTo } from "./how-to";
import { SelectionBar } from "./selection-bar";
import { useEntrySelection } from "./use-entry-selection";
import { useTicks } from "./use-ticks";

type HandoverWorkspaceProps = { list: HandoverList; view: HandoverView; mayDecide: boolean };

const currentId = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>("[data-row-id]")?.dataset.rowId ?? undefined;

/** What is to be done on one channel: conflicts first, then each kind of decision in batches, with what is selected. */
export function HandoverWorkspace({ list, view, mayDecide }: HandoverWorkspaceProps) {
  const t = useTranslations("handover");
  const { channel, entries, conflicts } = list;
  const { marketplace } = channel;
  const selection = useEntrySelection(entries);
  const { tick, pending } = useTicks(entries);
  const tickSelected = () => {
    tick(selection.ids);
    selection.clear();
  };
  useShortcut({
    t: () => {
      const current = currentId();
      const ids = selection.ids.length > 0 ? selection.ids : current ? [current] : [];
      if (!mayDecide || ids.length === 0) return false;
      tick(ids);
      selection.clear();
      return true;
    },
    Escape: () => (selection.ids.length > 0 ? selection.clear() : false),
  });
  return (
    <>
      {conflicts.length > 0 && <ConflictList conflicts={conflicts} marketplace={marketplace} mayDecide={mayDecide} />}
      {entries.length === 0 && <HandoverEmpty list={list} view={view} />}
      <RowKeys {...(mayDecide ? { onToggle: selection.toggle } : {})}>
        {HANDED_OVER.map((move) => {
          const group = entries.filter((entry) => entry.move === move);
          if (group.length === 0) return null;
          return (
            <section key={move} aria-labelledby={`group-${move}`} className="mb-6">
              <h2 id={`group-${move}`} className="mb-1.5 text-h2 heading">
                {t(`groups.${move}`, { marketplace })}
              </h2>
              <HowTo marketplace={marketplace} move={move} sort={view.sort} entries={group} />
              {batchesOf(group, Number(view.per)).map((batch) => (
                <Batch
                  key={batch[0]?.returnId}
                  entries={batch}
                  marketplace={marketplace}
                  selection={mayDecide ? selection : null}
                  pending={pending}
                  onTick={mayDecide ? tick : null}
                />
              ))}
            </section>
          );
        })}
      </RowKeys>
      {selection.ids.length > 0 && (
        <SelectionBar
          count={selection.ids.length}
          orderNumbers={entries.filter(({ returnId }) => selection.has(returnId)).map(({ orderNumber }) => orderNumber)}
          onTick={tickSelected}
          onClear={selection.clear}
        />
      )}
    </>
  );
}

type RowKeysProps = { children: ReactNode; onToggle?: (rowId: string, options: { isRange: boolean }) => void };

function RowKeys({ children, onToggle }: RowKeysProps) {
  const root = useRef<HTMLDivElement>(null);
  useRowKeys(root, onToggle);
  return <div ref={root}>{children}</div>;
}
