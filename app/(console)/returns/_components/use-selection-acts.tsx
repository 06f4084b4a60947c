"use client";

import { Ban, Check, Printer, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PaletteAct, usePaletteActs } from "@/components/command-palette/palette-acts";

type SelectionActs = {
  /** Null while it is being counted. */
  count: number | null;
  /** Null where nothing of the list waits for a decision, or not this person's. */
  onMove: ((move: "authorize" | "close") => void) | null;
  onPrint: (() => void) | null;
  onClear: () => void;
};

/** Offers in the palette what the bar above the list offers for what is selected. */
export function useSelectionActs({ count, onMove, onPrint, onClear }: SelectionActs): void {
  const t = useTranslations("palette");
  const act = (
    name: "authorizeMany" | "closeMany" | "printMany" | "clearSelection",
    icon: PaletteAct["icon"],
    run: () => void,
  ): PaletteAct => ({
    key: `palette.commands.${name}`,
    label: t(`commands.${name}`, { count: count ?? 0 }),
    icon,
    run,
  });
  const acts = [
    ...(onMove
      ? [
          {
            ...act("authorizeMany", <Check aria-hidden size={16} />, () => onMove("authorize")),
            shortcut: "a",
          },
          { ...act("closeMany", <Ban aria-hidden size={16} />, () => onMove("close")), shortcut: "c" },
        ]
      : []),
    ...(onPrint ? [act("printMany", <Printer aria-hidden size={16} />, onPrint)] : []),
    act("clearSelection", <X aria-hidden size={16} />, onClear),
  ];
  usePaletteActs(count ? { title: t("selectedActs", { count }), acts } : null);
}
