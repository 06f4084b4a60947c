"use client";

import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { Countdown } from "./countdown";
import { type Notice, showNoticesBy } from "./notify";
import { TONE_ICON } from "./tone";

const ICON: Record<NonNullable<Notice["tone"]>, LucideIcon> = {
  neutral: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  critical: CircleAlert,
};

/** 5 s, 10 s with an action, until dismissed when critical. */
function showToast({ title, description, tone = "neutral", action, lastsMs, id }: Notice): void {
  const Icon = ICON[tone];
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
}

/** Where notifications appear: one for the whole product, reached with Alt+T. */
export function Toasts() {
  const t = useTranslations("common");
  useEffect(() => showNoticesBy(showToast), []);
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t("notifications")}
      mobileOffset={{ bottom: 72 }}
      visibleToasts={3}
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-start gap-2.5 rounded-card border border-line bg-surface px-3.5 py-3 text-body text-fg shadow-pop max-md:w-full",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "mt-0.5 text-muted text-small",
          icon: "mt-0.5 flex shrink-0",
          actionButton:
            "order-last min-h-8 shrink-0 pointer-coarse:min-h-11 pointer-coarse:min-w-11 rounded-control border border-line bg-surface px-2.5 font-medium text-small hover:bg-sunken",
        },
      }}
    />
  );
}
