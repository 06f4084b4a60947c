"use client";

import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { MouseEvent } from "react";
import { toast } from "sonner";
import { Countdown } from "./countdown";
import { whenNoDialog } from "./open-dialogs";
import { TONE_ICON } from "./tone";

type Notice = {
  title: string;
  description?: string;
  tone?: "neutral" | "success" | "warning" | "critical";
  /** One thing to do about it; it keeps the notice longer. */
  action?: { label: string; onPress: () => void /** Counted down beside it. */; until?: number };
  /** How long the action stays possible, where that is longer than a notice lasts. */
  lastsMs?: number;
  /** Replaces the notice with the same id. */
  id?: string;
};

const ICON: Record<NonNullable<Notice["tone"]>, LucideIcon> = {
  neutral: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  critical: CircleAlert,
};

/** Shows a notification once no dialog is open: 5 s, 10 s with an action, until dismissed when critical. */
export function notify({ title, description, tone = "neutral", action, lastsMs, id }: Notice): void {
  const Icon = ICON[tone];
  whenNoDialog(() => {
    toast(title, {
      icon: <Icon aria-hidden size={18} strokeWidth={1.75} className={TONE_ICON[tone]} />,
      duration: tone === "critical" ? Number.POSITIVE_INFINITY : action ? (lastsMs ?? 10_000) : 5_000,
      closeButton: tone === "critical",
      // Said also where there is none: what replaces a notice takes over all that it does not say itself.
      description,
      action: action && {
        label:
          action.until === undefined ? (
            action.label
          ) : (
            <>
              {action.label} <Countdown until={action.until} />
            </>
          ),
        onClick: (event: MouseEvent) => {
          // Pressed, a notice would go; one that has an id stays, for its answer to replace it.
          if (id !== undefined) event.preventDefault();
          action.onPress();
        },
      },
      ...(id === undefined ? {} : { id }),
    });
  });
}
