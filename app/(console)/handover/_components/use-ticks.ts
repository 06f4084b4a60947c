"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { tickEntries } from "../actions";
import type { HandoverEntry } from "../read-handovers";
import { useUntick } from "./use-untick";

/** Ticks entries as done there, and says what came of it: with a way back, and who was faster. */
export function useTicks(entries: readonly HandoverEntry[]) {
  const t = useTranslations("handover.ticked");
  const words = useRefusalWords();
  const { run } = useAction(tickEntries);
  const { untick } = useUntick();
  const next = useRef<string | null>(null);
  /** Sent, and not yet gone from the page. */
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setPending((ids) => new Set(entries.flatMap(({ returnId }) => (ids.has(returnId) ? [returnId] : []))));
  }, [entries]);
  // The entry that had the focus is gone: its neighbour takes it.
  useEffect(() => {
    if (next.current === null || document.activeElement !== document.body) return;
    const row = entries.some(({ returnId }) => returnId === next.current) ? next.current : entries[0]?.returnId;
    const target = row ? `[data-row-id="${row}"] a[data-row-link]` : "main h1";
    document.querySelector<HTMLElement>(target)?.focus();
    next.current = null;
  }, [entries]);
  const tick = async (wanted: readonly string[]) => {
    const ids = wanted.filter((id) => !pending.has(id));
    if (ids.length === 0) return;
    setPending((current) => new Set([...current, ...ids]));
    const lastAt = entries.findLastIndex(({ returnId }) => ids.includes(returnId));
    next.current = entries[lastAt + 1]?.returnId ?? entries[0]?.returnId ?? "";
    const answer = await run({ returnIds: ids });
    if (!answer.ok) {
      setPending((current) => new Set([...current].filter((id) => !ids.includes(id))));
      notify({ title: words(answer.refusal), tone: "warning" });
      return;
    }
    const { ticked, before } = answer.value;
    const names = [...new Set(before.flatMap(({ name }) => (name ? [name] : [])))];
    notify({
      id: "ticked",
      title: t("title", { count: ticked.length }),
      tone: ticked.length > 0 ? "success" : "warning",
      ...(before.length > 0
        ? {
            description: t("before", {
              count: before.length,
              hasName: String(names.length > 0),
              name: names.join(", "),
            }),
          }
        : {}),
      ...(ticked.length > 0 ? { action: { label: t("undo"), onPress: () => untick(ticked) } } : {}),
    });
  };
  return { tick: (ids: readonly string[]) => void tick(ids), pending };
}
