"use client";

import { MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type PaletteAct, usePaletteActs } from "@/components/command-palette/palette-acts";
import type { Move } from "@/lib/policy/machines/return/move-names";
import { MOVE_ICONS } from "../../_components/use-selection-acts";
import type { ActionView } from "../action-views";

type ReturnActs = {
  number: string;
  actions: readonly ActionView[];
  acts: Partial<Record<Move, () => void>>;
  wordsOf: (move: Move) => string;
  /** Null where this person writes to no buyer. */
  onMessage: (() => void) | null;
  marks: readonly {
    key: string;
    label: string;
    icon: ReactNode;
    isDisabled?: boolean | undefined;
    onSelect: () => void;
  }[];
};

/** Offers in the palette what can be done with the open return now; what is refused is left to its menu, which says why. */
export function useReturnActs({ number, actions, acts, wordsOf, onMessage, marks }: ReturnActs): void {
  const palette = useTranslations("palette");
  const message = useTranslations("message.acts");
  const open = actions.flatMap(({ move, refusal, key }): PaletteAct[] => {
    const run = acts[move];
    if (refusal || !run) return [];
    return [
      {
        key: `detail.actions.move.${move}`,
        label: wordsOf(move),
        icon: MOVE_ICONS[move],
        run,
        ...(key && { shortcut: key }),
      },
    ];
  });
  const write: PaletteAct[] = onMessage
    ? [
        {
          key: "message.acts.action",
          label: message("action"),
          icon: <MessageSquare aria-hidden size={16} />,
          shortcut: "m",
          run: onMessage,
        },
      ]
    : [];
  usePaletteActs({
    title: palette("returnActs", { name: number }),
    acts: [
      ...open,
      ...write,
      ...marks
        .filter(({ isDisabled }) => !isDisabled)
        .map(({ key, label, icon, onSelect }) => ({ key: `marks.${key}.action`, label, icon, run: onSelect })),
    ],
  });
}
