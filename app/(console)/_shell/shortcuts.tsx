"use client";

import { useEffect, useState } from "react";
import { lazily } from "@/components/ui/lazily";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Permission } from "@/lib/policy/permissions";
import { useGoKeys } from "./use-go-keys";

const OPEN = "homeward:shortcut-help";

/** Asks the shell to show the list of keys, from wherever. */
export const openShortcutHelp = (): void => {
  window.dispatchEvent(new Event(OPEN));
};

function onShortcutHelp(show: () => void): () => void {
  window.addEventListener(OPEN, show);
  return () => window.removeEventListener(OPEN, show);
}

const ShortcutSheet = lazily(() => import("./shortcut-sheet").then((module) => module.ShortcutSheet));

/** The keys that work everywhere, and the sheet that lists all of them. */
export function Shortcuts({ permissions }: { permissions: readonly Permission[] }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onShortcutHelp(() => setOpen(true)), []);
  useGoKeys(permissions);
  useShortcut({
    "?": () => setOpen(true),
    "/": () => {
      const search = document.querySelector<HTMLInputElement>("[data-search]");
      if (!search) return false;
      search.focus();
      search.select();
    },
  });
  return isOpen && <ShortcutSheet permissions={permissions} onClose={() => setOpen(false)} />;
}
