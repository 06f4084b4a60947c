"use client";

import { lazily } from "@/components/ui/lazily";
import type { BulkMove } from "@/lib/policy/machines/return/return-machine";
import type { ListRow } from "../list-row";
import { useSelection } from "./selection-context";

const DecisionDialog = lazily(() => import("../_dialogs/decision-dialog").then((module) => module.DecisionDialog));

/** A row, or (without one) what is selected. */
export type OpenDialog = { move: BulkMove; row: ListRow | null };

type MoveDialogProps = OpenDialog & { matching: number; onClose: () => void };

/** The dialog of an act. What was decided leaves the selection; what was only looked at stays in it. */
export function MoveDialog({ move, row, matching, onClose }: MoveDialogProps) {
  const { count, clear, toRequest } = useSelection();
  const target = row
    ? ({ kind: "one", returnId: row.id } as const)
    : ({ kind: "many", act: move, selection: toRequest(), count: count ?? matching } as const);
  const done = (outcome?: unknown) => {
    if (outcome !== undefined && !row) clear();
    onClose();
  };
  return <DecisionDialog start={move} target={target} onClose={done} />;
}
