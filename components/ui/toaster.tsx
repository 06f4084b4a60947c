"use client";

import { useTranslations } from "next-intl";
import { Toaster as Sonner } from "sonner";

/** Where notifications appear: one for the whole product, reached with Alt+T. */
export function Toaster() {
  const t = useTranslations("common");
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
