"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useAnnounce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/notify";
import { SELECT_MATCHING } from "@/lib/i18n/paths";
import { PICKED_AT_MOST } from "@/lib/policy/limits";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import type { ListRow } from "../list-row";
import { useSelection } from "./selection-context";

type Listed = { rows: readonly ListRow[]; filter: ReturnFilter; matching: number; now: Date };

/** The selection as one page of the list sees and changes it. */
export function useRowSelection({ rows, filter, matching, now }: Listed) {
  const t = useTranslations("returns.bulk");
  const announce = useAnnounce();
  const selection = useSelection();
  const { state, count, has, set, selectMatching, setTotal, clear } = selection;
  const lastToggled = useRef<string | null>(null);
  const ids = rows.map(({ id }) => id);
  const onPage = rows.filter(has).length;
  const isPageSelected = rows.length > 0 && onPage === rows.length;

  const change = (some: readonly string[], isIn: boolean) => {
    const listed = state.mode === "ids" ? state.ids : state.excludedIds;
    const grows = (state.mode === "ids") === isIn;
    const added = grows ? some.filter((id) => !listed.has(id)).length : 0;
    if (listed.size + added > PICKED_AT_MOST) {
      notify({ id: "picked", tone: "warning", title: t("tooMany", { limit: PICKED_AT_MOST }) });
      return;
    }
    set(some, isIn);
  };
  const onToggle = (id: string, { isRange }: { isRange: boolean }) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return;
    const from = isRange && lastToggled.current ? ids.indexOf(lastToggled.current) : -1;
    const at = ids.indexOf(id);
    const some = from < 0 ? [id] : ids.slice(Math.min(from, at), Math.max(from, at) + 1);
    change(some, !has(row));
    lastToggled.current = id;
  };
  const selectAllMatching = async () => {
    const isCounted = matching <= PICKED_AT_MOST;
    selectMatching(filter, now, isCounted ? matching : null);
    if (isCounted) return;
    const response = await fetch("/api/returns/count", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ filter, snapshotAt: now.toISOString() }),
    });
    const answer = response.ok ? ((await response.json()) as { value: { total: number } }) : null;
    if (answer) setTotal(answer.value.total);
    else {
      clear();
      notify({ id: "picked", tone: "critical", title: t("countFailed") });
    }
  };

  const [pathname, params] = [usePathname(), useSearchParams()];
  const isAsked = params.get("select") === SELECT_MATCHING;
  // Once: a reload, or the way back to it, selects nothing by itself.
  const begin = useEffectEvent(() => {
    const rest = new URLSearchParams(params);
    rest.delete("select");
    window.history.replaceState(null, "", `${pathname}?${rest}`);
    if (matching > 0) void selectAllMatching();
  });
  useEffect(() => {
    if (isAsked) begin();
  }, [isAsked]);

  const filterKey = JSON.stringify(filter);
  const selectedKey = state.mode === "query" ? JSON.stringify(state.filter) : null;
  useEffect(() => {
    if (selectedKey === null || selectedKey === filterKey) return;
    clear();
    announce(t("clearedByFilter"));
  }, [selectedKey, filterKey, clear, announce, t]);

  const told = useRef(0);
  useEffect(() => {
    if (count === null || count === told.current) return;
    told.current = count;
    announce(t("announced", { count }));
  }, [count, announce, t]);

  return {
    ...selection,
    onPage,
    isPageSelected,
    onToggle,
    selectPage: () => change(ids, true),
    togglePage: () => change(ids, !isPageSelected),
    selectAllMatching: () => void selectAllMatching(),
  };
}
