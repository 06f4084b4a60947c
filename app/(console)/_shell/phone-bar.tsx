"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { navItemsFor } from "./nav-items";
import { PHONE_ENTRY, PhoneLink } from "./phone-link";
import { PhoneMore } from "./phone-more";
import type { ShellViewer } from "./shell-viewer";

/** With the words that there is room for. */
const IN_BAR = { today: "today", returns: "returnsShort", receive: "receive", handover: "handoverShort" } as const;
const isInBar = (key: string): key is keyof typeof IN_BAR => Object.hasOwn(IN_BAR, key);

type PhoneBarProps = { viewer: ShellViewer; counts: { returns?: string | undefined; handover?: string | undefined } };

/** Navigation of a phone: the daily places, and everything else behind More. */
export function PhoneBar({ viewer, counts }: PhoneBarProps) {
  const t = useTranslations("nav");
  const [isOpen, setOpen] = useState(false);
  const all = navItemsFor(viewer.permissions);
  const others = all.filter(({ key, group }) => !isInBar(key) && group !== null);
  return (
    <nav
      aria-label={t("main")}
      // Where a page brings its own acts, they stand here instead.
      className="fixed inset-x-0 bottom-0 z-30 flex [body:has([data-action-bar])_&]:hidden border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {all.map(
        ({ key, href, icon: Icon }) =>
          isInBar(key) && (
            <PhoneLink
              key={key}
              href={href}
              icon={<Icon aria-hidden size={20} strokeWidth={1.75} />}
              count={key === "returns" || key === "handover" ? counts[key] : undefined}
            >
              {t(IN_BAR[key])}
            </PhoneLink>
          ),
      )}
      <button type="button" aria-haspopup="dialog" className={PHONE_ENTRY} onClick={() => setOpen(true)}>
        <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
        {t("more")}
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("more")}>
        <PhoneMore viewer={viewer} items={others} onLeave={() => setOpen(false)} />
      </Dialog>
    </nav>
  );
}
