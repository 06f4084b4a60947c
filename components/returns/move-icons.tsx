import { Ban, Check, RefreshCw, Undo2, UserX } from "lucide-react";
import type { ReactNode } from "react";
import type { Move } from "@/lib/policy/machines/return/move-names";
import type { BulkMove } from "@/lib/policy/machines/return/return-machine";

/** Every move that is offered for many has its picture; others may. */
export const MOVE_ICONS: Record<BulkMove, ReactNode> & Partial<Record<Move, ReactNode>> = {
  authorize: <Check aria-hidden size={16} />,
  close: <Ban aria-hidden size={16} />,
  withdraw: <UserX aria-hidden size={16} />,
  adopt: <RefreshCw aria-hidden size={16} />,
  undo: <Undo2 aria-hidden size={16} />,
};
