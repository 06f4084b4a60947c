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
      className="mt-1.5 flex min-h-8 items-center gap-2 rounded-control bg-sunken px-2 text-start text-small text-subtle hover:text-fg pointer-coarse:min-h-11 max-rail:justify-center forced-colors:border"
    >
      <Search aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate max-rail:sr-only">{t("open")}</span>
      <span aria-hidden className="flex pointer-coarse:hidden max-rail:hidden">
        <Shortcut of="Mod+K" />
      </span>
    </button>
  );
}
