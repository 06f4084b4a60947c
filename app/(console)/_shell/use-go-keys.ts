"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect } from "react";
import { askBefore } from "@/components/ui/leave-guard";
import { isShortcut, shortcutKey } from "@/components/ui/shortcut-keys";
import type { Permission } from "@/lib/policy/permissions";
import { navItemsFor } from "./nav-items";

const PATIENCE_MS = 1500;

/** g, then a letter: goes to a page. The second key is taken before the page's own shortcuts see it. */
export function useGoKeys(permissions: readonly Permission[]): void {
  const router = useRouter();
  useLayoutEffect(() => {
    const targets = new Map(navItemsFor(permissions).map(({ shortcut, href }) => [shortcut, href]));
    let begunAt: number | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      const isSecond = begunAt !== null && event.timeStamp - begunAt < PATIENCE_MS;
      begunAt = null;
      const href = isSecond ? targets.get(shortcutKey(event)) : undefined;
      if (href !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        askBefore(() => router.push(href));
      } else if (shortcutKey(event) === "g") {
        begunAt = event.timeStamp;
      }
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [permissions, router]);
}
