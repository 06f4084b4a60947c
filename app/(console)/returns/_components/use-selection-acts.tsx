"use client";

import { Ban, BellRing, CalendarPlus, Check, CircleCheck, Printer, RefreshCw, Undo2, UserX, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type PaletteAct, usePaletteActs } from "@/components/command-palette/palette-acts";
import type { Move } from "@/lib/policy/machines/return/move-names";
import type { BulkMove, BulkOffer } from "@/lib/policy/machines/return/return-machine";

/** Every move that is offered for many has its picture; others may. */
export const MOVE_ICONS: Record<BulkMove, ReactNode> & Partial<Record<Move, ReactNode>> = {
  authorize: <Check aria-hidden size={16} />,
  close: <Ban aria-hidden size={16} />,
  remind: <BellRing aria-hidden size={16} />,
  extend: <CalendarPlus aria-hidden size={16} />,
  withdraw: <UserX aria-hidden size={16} />,
  adopt: <RefreshCw aria-hidden size={16} />,
  complete: <CircleCheck aria-hidden size={16} />,
  undo: <Undo2 aria-hidden size={16} />,
};

type SelectionActs = {
  /** Null while it is being counted. */
  count: number | null;
  offers: readonly BulkOffer[];
  /** Null where nothing of the list waits for a decision, or not this person's. */
  onMove: ((move: BulkMove) => void) | null;
  onPrint: (() => void) | null;
  onClear: () => void;
};

/** Offers in the palette what the bar above the list offers for what is selected. */
export function useSelectionActs({ count, offers, onMove, onPrint, onClear }: SelectionActs): void {
  const t = useTranslations("palette");
  const act = (
    name: `${BulkMove}Many` | "printMany" | "clearSelection",
    icon: PaletteAct["icon"],
    run: () => void,
  ): PaletteAct => ({
    key: `palette.commands.${name}`,
    label: t(`commands.${name}`, { count: count ?? 0 }),
    icon,
    run,
  });
  const acts = [
    ...(onMove ? offers : []).map(({ move, key }) => ({
      ...act(`${move}Many`, MOVE_ICONS[move], () => onMove?.(move)),
      ...(key && { shortcut: key }),
    })),
    ...(onPrint ? [act("printMany", <Printer aria-hidden size={16} />, onPrint)] : []),
    act("clearSelection", <X aria-hidden size={16} />, onClear),
  ];
  usePaletteActs(count ? { title: t("selectedActs", { count }), acts } : null);
}
