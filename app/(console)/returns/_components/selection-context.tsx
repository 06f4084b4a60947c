"use client";

import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from "react";
import type { SelectionStore } from "@/components/data-table/row-column";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import type { Selection } from "@/lib/returns/shared/selection";
import type { ListRow } from "../list-row";

/** What a row is told apart by: what moved here after all were selected is not in it. */
type Selectable = Pick<ListRow, "id" | "arrivedAt">;
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

const changed = (ids: ReadonlySet<string>, some: readonly string[], isIn: boolean): ReadonlySet<string> => {
  const next = new Set(ids);
  for (const id of some) isIn ? next.add(id) : next.delete(id);
  return next;
};

const hasIn = (state: State, { id, arrivedAt }: Selectable): boolean =>
  state.mode === "ids" ? state.ids.has(id) : arrivedAt <= state.snapshotAt && !state.excludedIds.has(id);

/** Outside of what is drawn: each row follows its own part of it, so that a tick draws one row anew. */
function selectionStore() {
  let state = NOTHING;
  const followers = new Set<() => void>();
  const become = (next: State) => {
    state = next;
    for (const follower of followers) follower();
  };
  return {
    get: () => state,
    subscribe: (follower: () => void) => {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
    isSelected: (row: Selectable) => hasIn(state, row),
    /** Takes these rows in, or leaves them out. */
    set: (ids: readonly string[], isIn: boolean) =>
      become(
        state.mode === "ids"
          ? { mode: "ids", ids: changed(state.ids, ids, isIn) }
          : { ...state, excludedIds: changed(state.excludedIds, ids, !isIn) },
      ),
    selectMatching: (filter: ReturnFilter, snapshotAt: Date, total: number | null) =>
      become({ mode: "query", filter, snapshotAt, total, excludedIds: new Set() }),
    setTotal: (total: number) => {
      if (state.mode === "query") become({ ...state, total });
    },
    clear: () => become(NOTHING),
  };
}
type Store = ReturnType<typeof selectionStore>;

const SelectionContext = createContext<Store | null>(null);

/** What is selected, kept while a person pages through the list and looks into returns; a reload forgets it. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [store] = useState(selectionStore);
  return <SelectionContext value={store}>{children}</SelectionContext>;
}

function useStore(): Store {
  const store = useContext(SelectionContext);
  if (!store) throw new Error("useSelection needs a SelectionProvider above it");
  return store;
}

/** The part that rows follow; the same as long as the page stands. */
export const useRowStore = (): SelectionStore<Selectable> => useStore();

export function useSelection() {
  const store = useStore();
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  return useMemo(() => {
    /** How many; null while it is being counted. */
    const count =
      state.mode === "ids" ? state.ids.size : state.total === null ? null : state.total - state.excludedIds.size;
    const { set, selectMatching, setTotal, clear } = store;
    return {
      ...{ state, count, set, selectMatching, setTotal, clear },
      isEmpty: count === 0,
      has: (row: Selectable) => hasIn(state, row),
      toRequest: (): Selection =>
        state.mode === "ids"
          ? { mode: "ids", ids: [...state.ids] }
          : {
              mode: "query",
              filter: state.filter,
              snapshotAt: state.snapshotAt.toISOString(),
              excludedIds: [...state.excludedIds],
            },
    };
  }, [state, store]);
}
