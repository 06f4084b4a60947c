"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import type { ListRow } from "../list-row";

type Picked = { mode: "ids"; ids: ReadonlySet<string> };
type Matching = {
  mode: "query";
  filter: ReturnFilter;
  snapshotAt: Date;
  /** Null while it is being counted. */
  total: number | null;
  excludedIds: ReadonlySet<string>;
};
type State = Picked | Matching;

const NOTHING: State = { mode: "ids", ids: new Set() };

type SelectionValue = {
  state: State;
  /** How many; null while it is being counted. */
  count: number | null;
  isEmpty: boolean;
  has: (row: Pick<ListRow, "id" | "arrivedAt">) => boolean;
  /** Takes these rows in, or leaves them out. */
  set: (ids: readonly string[], isIn: boolean) => void;
  selectMatching: (filter: ReturnFilter, snapshotAt: Date, total: number | null) => void;
  setTotal: (total: number) => void;
  clear: () => void;
  toRequest: () => Selection;
};

const SelectionContext = createContext<SelectionValue | null>(null);

const changed = (ids: ReadonlySet<string>, some: readonly string[], isIn: boolean): ReadonlySet<string> => {
  const next = new Set(ids);
  for (const id of some) isIn ? next.add(id) : next.delete(id);
  return next;
};

/** What is selected, kept while a person pages through the list and looks into returns; a reload forgets it. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>(NOTHING);
  const set = useCallback(
    (ids: readonly string[], isIn: boolean) =>
      setState((current) =>
        current.mode === "ids"
          ? { mode: "ids", ids: changed(current.ids, ids, isIn) }
          : { ...current, excludedIds: changed(current.excludedIds, ids, !isIn) },
      ),
    [],
  );
  const selectMatching = useCallback(
    (filter: ReturnFilter, snapshotAt: Date, total: number | null) =>
      setState({ mode: "query", filter, snapshotAt, total, excludedIds: new Set() }),
    [],
  );
  const setTotal = useCallback(
    (total: number) => setState((current) => (current.mode === "query" ? { ...current, total } : current)),
    [],
  );
  const clear = useCallback(() => setState(NOTHING), []);
  const value = useMemo((): SelectionValue => {
    const count =
      state.mode === "ids" ? state.ids.size : state.total === null ? null : state.total - state.excludedIds.size;
    return {
      state,
      count,
      isEmpty: count === 0,
      has: ({ id, arrivedAt }) =>
        state.mode === "ids" ? state.ids.has(id) : arrivedAt <= state.snapshotAt && !state.excludedIds.has(id),
      set,
      selectMatching,
      setTotal,
      clear,
      toRequest: () =>
        state.mode === "ids"
          ? { mode: "ids", ids: [...state.ids] }
          : {
              mode: "query",
              filter: state.filter,
              snapshotAt: state.snapshotAt.toISOString(),
              excludedIds: [...state.excludedIds],
            },
    };
  }, [state, set, selectMatching, setTotal, clear]);
  return <SelectionContext value={value}>{children}</SelectionContext>;
}

export function useSelection(): SelectionValue {
  const value = useContext(SelectionContext);
  if (!value) throw new Error("useSelection needs a SelectionProvider above it");
  return value;
}
