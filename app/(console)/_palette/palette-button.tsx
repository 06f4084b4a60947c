"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { openPalette } from "@/components/command-palette/open-palette";
import { Shortcut, useAriaKeys } from "@/components/ui/shortcut";

/** Looks like the field that it opens, and says the keys that open it too. */
export function PaletteButton() {
  const t = useTranslations("palette");
  const keys = useAriaKeys("Mod+K");
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts={keys}
      onClick={openPalette}
      className="mt-2 flex min-h-9 items-center gap-2.5 rounded-control border border-line bg-sunken px-2 text-start text-muted transition-colors duration-150 hover:border-control hover:text-fg pointer-coarse:min-h-11"
    >
      <Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-subtle" />
      <span className="min-w-0 flex-1 truncate">{t("open")}</span>
      <span aria-hidden className="flex pointer-coarse:hidden">
        <Shortcut of="Mod+K" />
      </span>
    </button>
  );
}
