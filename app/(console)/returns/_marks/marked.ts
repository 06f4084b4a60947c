import type { Selection } from "@/lib/returns/shared/selection";

/** What is noted, tagged or snoozed: one return by its name, or so many of a selection. */
export type Marked = { selection: Selection; count: number; name: string | null };

export type MarkDialogProps = {
  marked: Marked;
  /** `isDone`: the selection is used up. */
  onClose: (isDone: boolean) => void;
};

/** As messages name it. */
export const saidOf = ({ count, name }: Marked) => ({ count, isOne: String(name !== null), name: name ?? "" });
